using System.CommandLine;
using System.Globalization;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Searching;
using SearchNotes.Cli.Terminal;
using SearchNotes.Querying;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes search</c>: finds talks for a query.</summary>
/// <param name="context">The environment of this run.</param>
/// <param name="options">The shared options.</param>
internal sealed class SearchCommand(CommandContext context, SharedOptions options)
{
    private const int MaxHits = 100;

    /// <summary>Long enough that what is found does not depend on how busy the machine is. Nobody else waits for a command.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(1);

    private readonly Argument<string[]> words =
        new("QUERY")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Words, \"phrases\", -not, OR, prefix*, speaker:name, code:word …; without any, the newest talks",
        };
    private readonly Option<string> limit =
        new("--limit") { HelpName = "N", Description = $"Maximum number of hits, 1 to {MaxHits} [default: 10]" };
    private readonly Dictionary<Facet, Option<string[]>> filters = Facet.All.ToDictionary(facet => facet, FilterOf);
    private readonly Option<string[]> has = Filter("--has", "WHAT", $"Only talks with {Either(ContentNames.All)}");
    private readonly Option<string> sort =
        Validated(new Option<string>("--sort")
        {
            HelpName = "ORDER",
            Description = "relevance, date_desc or date_asc [default: relevance]",
        });
    private readonly Option<bool> explain = SharedOptions.Flag("--explain", "Explain the score of each hit");

    /// <summary>Creates the command.</summary>
    public Command Create()
    {
        var command = new DocumentedCommand("search", "Find talks. Options may come before or after the query; filters may be repeated.")
        {
            Examples =
            [
                new("searchnotes search linear svc", "Words"),
                new("searchnotes search '\"isolation levels\"'", "A phrase: the shell needs the outer quotes"),
                new("searchnotes search celery -sqlalchemy", "One word without another"),
                new("searchnotes search speaker:walker redis --year 2013", "A speaker's talks in one year"),
                new("searchnotes search 'code:q.enqueue' --json", "In code, as JSON for a program"),
                new("searchnotes search -- --disallow-untyped-defs", "A word that looks like an option"),
            ],
        };
        limit.Validators.Add(CheckLimit);
        command.Add(words);
        foreach (var option in (IEnumerable<Option>)[limit, .. filters.Values, has, sort, explain, options.Json, options.Corpus,
            options.Index, .. options.OfEngine, options.Settings])
        {
            command.Add(option);
        }
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var settings = options.Read(parsed, context);
        var request = Request(parsed) with { Budget = Budget };
        using var searcher = settings.OpenEngine().Open();
        var result = searcher.Search(request);
        var pages = searcher.PagesOf(request);

        if (parsed.GetValue(options.Json))
            context.Out.WriteLine(AnswerJson.Of(result, request, pages));
        else
            new HitList(Screen.Out(context), context.ShortPath(settings.Corpus)).Write(request.Query, result, pages);
        return (result.Total == 0 || result.NearOnly) && pages.BestBets.Count == 0 ? ExitCode.NothingFound : ExitCode.Done;
    }

    private SearchRequest Request(ParseResult parsed) => filters.Aggregate(
        RequestWithoutFacets(parsed), (request, filter) => request.With(filter.Key, Values(parsed, filter.Value)));

    private SearchRequest RequestWithoutFacets(ParseResult parsed) => new()
    {
        Query = string.Join(' ', parsed.GetValue(words) ?? []),
        Has = Values(parsed, has),
        Sort = parsed.GetValue(sort) switch
        {
            "date_desc" => SearchSort.DateDescending,
            "date_asc" => SearchSort.DateAscending,
            _ => SearchSort.Relevance,
        },
        PerPage = Limit(parsed.GetValue(limit)) ?? 10,
        Facets = parsed.GetValue(options.Json) ? Facet.All : [],
        Explain = parsed.GetValue(explain),
    };

    private static string[] Values(ParseResult parsed, Option<string[]> filter) => parsed.GetValue(filter) ?? [];

    private static Option<string[]> FilterOf(Facet facet)
    {
        var valueName = facet == Facet.Speaker ? "NAME" : facet == Facet.Event ? "TITLE" : facet == Facet.Language ? "CODE"
            : facet.Name.ToUpperInvariant();
        var description = facet.Values.Count > 0 ? $"Only {Either(facet.Values)}"
            : facet.Example is { } example ? $"{facet.Description}, such as {example}" : facet.Description;
        return Filter($"--{facet.Name}", valueName, description);
    }

    private static string Either(IReadOnlyList<string> names) => $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";

    private static Option<string[]> Filter(string name, string valueName, string description) =>
        Validated(new Option<string[]>(name) { HelpName = valueName, Description = description, Arity = ArgumentArity.OneOrMore });

    /// <summary>Adds the validation of the API parameter of the same name, and its words for completion.</summary>
    private static TOption Validated<TOption>(TOption option)
        where TOption : Option
    {
        option.Validators.Add(result =>
        {
            if (SearchRules.ValidValues(option.Name[2..], result.Tokens.Select(token => token.Value)) is { } expected)
                result.AddError($"{option.Name} must be {expected}.");
        });
        option.CompletionSources.Add([.. SearchRules.Words(option.Name[2..])]);
        return option;
    }

    private static int? Limit(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxHits ? limit : null;

    private static void CheckLimit(System.CommandLine.Parsing.OptionResult typed)
    {
        if (typed.Tokens.Any(token => Limit(token.Value) is null))
            typed.AddError($"--limit must be a number from 1 to {MaxHits}.");
    }
}
