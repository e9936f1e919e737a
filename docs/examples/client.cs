// Searches a SearchNotes service and prints the hits:
//     dotnet run docs/examples/client.cs -- http://localhost:5080 isolation levels
#:property PublishAot=false

using System.Net.Http.Json;
using System.Text.Json;

if (args.Length < 2)
{
    Console.Error.WriteLine("Usage: dotnet run client.cs -- ADDRESS WORDS...");
    return 2;
}

var query = string.Join(' ', args[1..]);
using var http = new HttpClient { BaseAddress = new Uri(args[0]) };

// facets=false: this program does not show them, and the answer is a third smaller.
var search = new Uri($"/api/search?q={Uri.EscapeDataString(query)}&per_page=5&facets=false", UriKind.Relative);
using var response = await http.GetAsync(search);
if (!response.IsSuccessStatusCode)
{
    // Every refusal is a problem document (RFC 9457); "detail" is a sentence for people.
    var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
    Console.Error.WriteLine($"{(int)response.StatusCode}: {problem.GetProperty("detail").GetString()}");
    return 2;
}

var json = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
var answer = (await response.Content.ReadFromJsonAsync<Answer>(json))!; // The service never sends the JSON literal null.

Console.WriteLine(answer.NearOnly ? "Nothing found. Nearest:" : $"{answer.Query}: {answer.Total} found");
foreach (var hit in answer.Hits)
{
    Console.WriteLine();
    Console.WriteLine($"{hit.Topic} ({string.Join(", ", hit.Speakers)})");
    if (hit.Url is not null)
        Console.WriteLine(hit.Url);

    // Matching runs are marked with asterisks. Joined, the runs are the text of the passage.
    foreach (var match in hit.Matches)
        Console.WriteLine("  " + string.Concat(match.Runs.Select(run => run.Match ? $"*{run.Text}*" : run.Text)).ReplaceLineEndings(" "));
}

return answer.Total > 0 ? 0 : 1;

// The members that this program reads; all others in the answer are ignored.
internal sealed record Answer(string Query, int Total, bool NearOnly, IReadOnlyList<Hit> Hits);

internal sealed record Hit(string Topic, IReadOnlyList<string> Speakers, string? Url, IReadOnlyList<Passage> Matches);

internal sealed record Passage(string Field, IReadOnlyList<Run> Runs);

internal sealed record Run(string Text, bool Match = false);
