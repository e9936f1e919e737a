using System.Globalization;
using SearchNotes.Api.Pages;
using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Talks;

namespace SearchNotes.Export.Pages;

/// <summary>A name and all its documents.</summary>
/// <param name="Named">The name.</param>
/// <param name="Talks">Its documents, newest first.</param>
internal sealed record TalkList(NamedCount Named, IReadOnlyList<StoredTalk> Talks);

/// <summary>The documents of an export by speaker, tag, event and year.</summary>
internal sealed class TalkLists
{
    /// <summary>The key of the documents without a date.</summary>
    public const string Undated = "undated";

    /// <summary>Groups the documents.</summary>
    public TalkLists(ExportContext context)
    {
        Newest = [.. context.Talks.Reverse()];
        var searcher = context.Searcher;
        Speakers = Group(searcher.Speakers(), talk => talk.Talk.Speakers.Select(speaker => speaker.Slug));
        Tags = Group(searcher.Tags(), talk => talk.Tags.Select(Facet.Tag.KeyOf));
        Events = Group(searcher.Events(), talk => talk.EventTitle is { } title ? [Facet.Event.KeyOf(title)] : []);
        Years = [.. Newest.GroupBy(Year).OrderByDescending(year => year.Key).Select(year => new TalkList(Named(year), [.. year]))];
    }

    /// <summary>All documents, newest first.</summary>
    public IReadOnlyList<StoredTalk> Newest { get; }

    /// <summary>The speakers, sorted by name.</summary>
    public IReadOnlyList<TalkList> Speakers { get; }

    /// <summary>The tags, most used first.</summary>
    public IReadOnlyList<TalkList> Tags { get; }

    /// <summary>The events, newest first.</summary>
    public IReadOnlyList<TalkList> Events { get; }

    /// <summary>The years, newest first; documents without a date are last.</summary>
    public IReadOnlyList<TalkList> Years { get; }

    /// <summary>Returns the lists of a kind.</summary>
    public IReadOnlyList<TalkList> Of(ListKind kind)
    {
        if (kind == ListKind.Speakers)
            return Speakers;
        if (kind == ListKind.Tags)
            return Tags;
        return kind == ListKind.Events ? Events : Years;
    }

    /// <summary>Returns a document as a hit without a query: the score is 0 and nothing is flagged.</summary>
    public static TalkHit Hit(StoredTalk stored) => new()
    {
        Talk = stored,
        Score = 0,
        TopicRuns = [new Run(stored.Talk.Topic, false)],
        SpeakerRuns = [.. stored.Talk.Speakers.Select(speaker => (IReadOnlyList<Run>)[new Run(speaker.Name, false)])],
        Matches = [],
    };

    /// <summary>Returns whether a document is a talk, or a post without talks.</summary>
    public bool IsTalkOrWholePost(StoredTalk stored) => stored.Talk.Kind != TalkKind.Post || !PostsWithTalks.Contains(stored.PostId);

    private HashSet<string> PostsWithTalks => field ??=
        [.. Newest.Where(stored => stored.Talk.Kind != TalkKind.Post).Select(stored => stored.PostId)];

    private static int Year(StoredTalk stored) => stored.Day?.Year ?? 0;

    private static NamedCount Named(IGrouping<int, StoredTalk> year)
    {
        var name = year.Key.ToString("0000", CultureInfo.InvariantCulture);
        return year.Key == 0 ? new(Words.Text("Without a date"), Undated, year.Count()) : new(name, name, year.Count());
    }

    // Names that differ only in spelling have the same key and therefore share a page, which shows the first of these names.
    private List<TalkList> Group(IReadOnlyList<NamedCount> names, Func<StoredTalk, IEnumerable<string>> keys)
    {
        var talks = Newest.SelectMany(talk => keys(talk).Distinct(), (talk, key) => (talk, key))
            .ToLookup(pair => pair.key, pair => pair.talk, StringComparer.Ordinal);
        return [.. names.DistinctBy(named => named.Slug).Select(named => new TalkList(named, [.. talks[named.Slug]]))];
    }
}
