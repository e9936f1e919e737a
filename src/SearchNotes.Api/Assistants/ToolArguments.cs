using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace SearchNotes.Api.Assistants;

/// <summary>Turns the arguments of a tool call into a query string, so that they are read and validated like those of the API.</summary>
internal static class ToolArguments
{
    /// <summary>Maximum number of values of one argument that are read; the parameters allow fewer.</summary>
    private const int MaxValues = 100;

    /// <summary>Returns the arguments as the values of a query string. Objects become their JSON text, which no parameter accepts as a
    /// name, number or choice.</summary>
    public static IQueryCollection Query(IEnumerable<KeyValuePair<string, JsonElement>>? arguments) => new QueryCollection(
        (arguments ?? []).Where(argument => argument.Value.ValueKind is not JsonValueKind.Null and not JsonValueKind.Undefined)
            .ToDictionary(argument => argument.Key, argument => Values(argument.Value), StringComparer.Ordinal));

    private static StringValues Values(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? new StringValues([.. value.EnumerateArray().Take(MaxValues).Select(Text)])
        : new StringValues(Text(value));

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText();
}
