using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;
using SearchNotes.Api.OpenApi;
using SearchNotes.Api.Search;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SearchNotes.Tests.OpenApi;

/// <summary>Adds to each operation what the types of its handler cannot express: parameters, problems, the key.</summary>
internal sealed class OperationDescriber(IServiceProvider services) : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Parameters = [.. (operation.Parameters ?? []).Select(Describe)];
        foreach (var parameter in metadata.OfType<ReadsParameters>().SelectMany(reads => reads.Of(services)))
            operation.Parameters.Add(Describe(parameter));
        if (metadata.OfType<KeyRequirement>().Any())
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", context.Document)] = [] }];
        if (!metadata.OfType<DisableRateLimitingAttribute>().Any())
            ResponseDescriber.AddProblem(operation, 429, context.SchemaGenerator, context.SchemaRepository);
        ResponseDescriber.Describe(operation,
            isForPeople: context.ApiDescription.RelativePath?.StartsWith("api/", StringComparison.Ordinal) != true);
    }

    private static IOpenApiParameter Describe(IOpenApiParameter inPath)
    {
        inPath.Description = inPath.Name == "id" ? "The id." : "The slug, as returned by the lists.";
        return inPath;
    }

    private static OpenApiParameter Describe(Parameter parameter)
    {
        var schema = SchemaOf(parameter);
        var repeats = parameter.MaxValues > 1;
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = repeats ? $"{parameter.Description} May be repeated: values are OR-ed." : parameter.Description,
            Schema = repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema, MaxItems = parameter.MaxValues } : schema,
            Explode = true,
            Style = ParameterStyle.Form,
            Example = parameter.Example is null ? null : repeats ? new JsonArray(parameter.Example) : JsonValue.Create(parameter.Example),
        };
    }

    private static OpenApiSchema SchemaOf(Parameter parameter) => parameter switch
    {
        TextParameter text => new() { Type = JsonSchemaType.String, MaxLength = text.MaxCharacters },
        FormParameter form => new() { Type = JsonSchemaType.String, Pattern = form.Form.ToString() },
        ListParameter list => new() { Type = JsonSchemaType.String, Pattern = list.Pattern, Default = JsonValue.Create("true") },
        ChoiceParameter { Choices: ["true", "false"] } flag =>
            new() { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(flag.Default == "true") },
        ChoiceParameter choice => new()
        {
            Type = JsonSchemaType.String,
            Enum = [.. choice.Choices.Select(word => (JsonNode)JsonValue.Create(word))],
            Default = choice.Default is null ? null : JsonValue.Create(choice.Default),
        },
        NumberParameter number => new()
        {
            Type = JsonSchemaType.Integer,
            Minimum = number.Min.ToString(CultureInfo.InvariantCulture),
            Maximum = number.Max.ToString(CultureInfo.InvariantCulture),
            Default = JsonValue.Create(number.Default),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.GetType().Name, null),
    };
}
