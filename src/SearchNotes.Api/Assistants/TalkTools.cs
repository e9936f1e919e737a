using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using SearchNotes.Api.Search;
using SearchNotes.Api.Talks;
using SearchNotes.Querying;

namespace SearchNotes.Api.Assistants;

/// <summary>The tools of assistants: search talks, read one, list speakers and events. They only read.</summary>
/// <param name="index">The index.</param>
/// <param name="options">The limits of the service.</param>
internal sealed class TalkTools(AssistantIndex index, ServeOptions options)
{
    private static readonly TextParameter Id = new("id", "The id of the talk, as search_talks returns it.") { MaxCharacters = 400 };

    private static readonly NumberParameter Offset = new("offset", "Number of names to skip.", 0, 1_000_000, 0);

    private static readonly NumberParameter Limit = new("limit", "Number of names to return.", 1, 500, 100);

    private readonly SearchParameters parameters = new(options);

    /// <summary>The tools with their arguments.</summary>
    public IList<Tool> Tools =>
    [
        Describe("search_talks", "Search talks", "Searches the notes of conference talks. Returns ranked talks with the passages that match, "
            + "each with its lines in the post and its address, to be cited.", ToolSchema.Of(SearchArguments)),
        Describe("get_talk", "Read a talk", "Returns all notes of a talk as Markdown.", ToolSchema.Of([Id], Id.Name)),
        Describe("list_speakers", "List speakers", "Lists speakers by name, each with the number of talks.", ToolSchema.Of([Offset, Limit])),
        Describe("list_events", "List events", "Lists conferences and meetups, newest first, each with the number of talks.",
            ToolSchema.Of([Offset, Limit])),
    ];

    // An assistant reads every hit it asks for, and explanations and facets say nothing about talks.
    private IReadOnlyList<Parameter> SearchArguments =>
    [
        .. parameters.All.Where(parameter => parameter.Name is not "explain" and not "facets" and not "group" and not "per_page"),
        parameters.PerPage with { Max = 20, Default = 5 },
    ];

    /// <summary>Calls a tool.</summary>
    /// <exception cref="ToolRefusedException">The tool is unknown, an argument is invalid, or the index cannot be used.</exception>
    public Task<string> CallAsync(string name, IEnumerable<KeyValuePair<string, JsonElement>>? arguments, CancellationToken cancel) =>
        name switch
        {
            "search_talks" => SearchAsync(arguments, cancel),
            "get_talk" => GetAsync(arguments, cancel),
            "list_speakers" => ListAsync(arguments, searcher => searcher.Speakers(), cancel),
            "list_events" => ListAsync(arguments, searcher => searcher.Events(), cancel),
            _ => throw new ToolRefusedException($"There is no tool {Printable.Line(name)}."),
        };

    /// <summary>Returns a talk as Markdown; <see langword="null"/> when there is none with this id.</summary>
    public Task<string?> ReadAsync(string id, CancellationToken cancel) =>
        index.AskAsync(searcher => searcher.Find(id) is { } stored ? TalkMarkdown.Of(stored) : null, cancel);

    /// <summary>Returns a page of all talks, newest first: id, topic and speakers, and whether there are more.</summary>
    public Task<SearchResult> BrowseAsync(int page, int perPage, CancellationToken cancel) => index.AskAsync(searcher => searcher.Search(
        new SearchRequest { Page = page, PerPage = perPage, Facets = [], Budget = options.SearchBudget }, cancel), cancel);

    private async Task<string> SearchAsync(IEnumerable<KeyValuePair<string, JsonElement>>? arguments, CancellationToken cancel)
    {
        var query = ToolArguments.Query(arguments);
        Check(new ParameterReader(query, SearchArguments));
        var (question, wrong) = ParsedSearchRequest.Read(query, parameters, options);
        if (wrong is not null)
            throw new ToolRefusedException(wrong.Detail);
        question = question with
        {
            Request = question.Request with
            {
                PerPage = query.ContainsKey(parameters.PerPage.Name) ? question.Request.PerPage : 5,
                Facets = [],
            },
        };
        return await index.AskAsync(searcher => TalkCitations.Of(searcher.Search(question.Request, cancel), question), cancel);
    }

    private async Task<string> GetAsync(IEnumerable<KeyValuePair<string, JsonElement>>? arguments, CancellationToken cancel)
    {
        var reader = new ParameterReader(ToolArguments.Query(arguments), [Id]);
        Check(reader);
        return await ReadAsync(reader.Text(Id), cancel)
            ?? throw new ToolRefusedException("There is no talk with this id; search_talks returns ids.");
    }

    private async Task<string> ListAsync(IEnumerable<KeyValuePair<string, JsonElement>>? arguments,
        Func<ITalkSearcher, IReadOnlyList<NamedCount>> list, CancellationToken cancel)
    {
        var reader = new ParameterReader(ToolArguments.Query(arguments), [Offset, Limit]);
        Check(reader);
        var (offset, limit) = (reader.Number(Offset), reader.Number(Limit));
        var names = await index.AskAsync(list, cancel);
        var text = new StringBuilder();
        foreach (var name in names.Skip(offset).Take(limit))
            text.Append(CultureInfo.InvariantCulture, $"- {TalkMarkdown.Line(name.Name)} ({name.Talks} {(name.Talks == 1 ? "talk" : "talks")})\n");
        if (offset + limit < names.Count)
            text.Append(CultureInfo.InvariantCulture, $"\n{names.Count} in all; the next ones begin at offset {offset + limit}.\n");
        return text.Length == 0 ? "None.\n" : text.ToString();
    }

    /// <summary>Reads every parameter, and refuses the call when one is invalid.</summary>
    private static void Check(ParameterReader reader)
    {
        reader.ReadAll();
        if (reader.Wrong is not null)
            throw new ToolRefusedException(reader.Wrong.Detail);
    }

    private static Tool Describe(string name, string title, string description, JsonElement schema) => new()
    {
        Name = name,
        Title = title,
        Description = description,
        InputSchema = schema,
        Annotations = new ToolAnnotations { ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };
}
