using SearchNotes.Highlighting;
using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Tests.Highlighting;

/// <summary>Talks and wanted words in few letters.</summary>
internal static class Some
{
    /// <summary>Wants each word of a text, a phrase where the text has quotes: <c>redis "job queue"</c>.</summary>
    public static HighlightQuery Wanted(string query, MatchFields fields = MatchFields.All)
    {
        var words = new List<HighlightTerm>();
        var phrases = new List<HighlightPhrase>();
        var parts = query.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1)
            {
                phrases.Add(new(words.Count, [.. parts[i].Split(' ').Select(word => new HashSet<string> { word })]));
                words.Add(new([], 1, fields));
                continue;
            }

            words.AddRange(parts[i].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new HighlightTerm([word], 1, fields)));
        }

        return new(words, phrases, []);
    }

    public static HighlightQuery Literal(string text) => new([new([], 1)], [], [new(0, text)]);

    public static Passage Prose(string text, int section = -1) => Passage(PassageKind.Prose, text, section);

    public static Passage Code(string text, int section = -1) => Passage(PassageKind.Code, text, section);

    public static Passage Passage(PassageKind kind, string text, int section = -1) =>
        new() { Kind = kind, Text = text, Section = section, FirstLine = 1, LastLine = 1 };

    public static StoredTalk Talk(params Passage[] passages) => Talk([], passages);

    public static StoredTalk Talk(IReadOnlyList<Section> sections, params Passage[] passages) => new()
    {
        Talk = new()
        {
            Id = "a-day.ann-archer",
            Kind = TalkKind.Talk,
            Topic = "Celery for breakfast",
            Speakers = [new("Ann Archer", "ann-archer")],
            Heading = "Ann Archer on Celery for breakfast",
            Anchor = "ann-archer",
            Lines = [new(1, 99)],
            Sections = sections,
            Passages = passages,
        },
        Path = "a-day.md",
        PostId = "a-day",
        PostTitle = "A day",
        Tags = ["vegetables"],
        PageUrl = "https://blog.example/a-day/",
    };

    public static Section Section(string heading, string? anchor = null) => new(heading, anchor, 1, 2);

    /// <summary>Runs as text, what is flagged in brackets.</summary>
    public static string Shown(IReadOnlyList<Run> runs) => string.Concat(runs.Select(run => run.IsMatch ? $"[{run.Text}]" : run.Text));

    public static string Shown(Match match) => Shown(match.Runs);
}
