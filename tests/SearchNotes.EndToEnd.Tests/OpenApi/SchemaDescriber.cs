using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using SearchNotes.Api.Search;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SearchNotes.Tests.OpenApi;

/// <summary>Marks every member of a schema as required, except members that are omitted when null.</summary>
internal sealed class SchemaDescriber : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } shape)
            return;
        var optional = context.Type.GetProperties()
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is not null)
            .Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        shape.Required = new SortedSet<string>(shape.Properties!.Keys.Except(optional), StringComparer.Ordinal);
        shape.AdditionalPropertiesAllowed = false;
        if (Examples.Of(context.Type) is { } example)
            shape.Examples = [example];
        foreach (var property in context.Type.GetProperties())
        {
            var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            if (property.GetCustomAttribute<WordOf>() is { } words)
                ((OpenApiSchema)shape.Properties[name]).Enum = [.. words.All.Select(word => (JsonNode)JsonValue.Create(word))];
            if (new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable)
                AllowNull(shape, name);
        }
    }

    /// <summary>Allows null for a member. A reference cannot be nullable; a choice between the reference and null can express it.</summary>
    private static void AllowNull(OpenApiSchema shape, string name)
    {
        if (shape.Properties![name] is OpenApiSchemaReference target)
        {
            shape.Properties[name] =
                new OpenApiSchema { OneOf = [target, new OpenApiSchema { Type = JsonSchemaType.Null }], Description = target.Description };
        }
    }
}
