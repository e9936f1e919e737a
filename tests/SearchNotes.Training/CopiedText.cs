using System.Text;
using SearchNotes.Posts;
using SearchNotes.Tests.Talks.Labels;

namespace SearchNotes.Training;

/// <summary>Builds the text of a copy and remembers at which of its lines each line of the post stands.</summary>
internal sealed class CopiedText
{
    private const int LongestSentence = 200;
    private readonly StringBuilder text = new();
    private readonly Dictionary<int, int> places = [];

    /// <summary>The number of the line that is added next.</summary>
    internal int Line { get; private set; } = 1;

    /// <summary>Adds a line.</summary>
    /// <param name="line">Its text.</param>
    /// <param name="from">The number of the line in the post that it stands for; 0 for none.</param>
    internal void Add(string line, int from = 0)
    {
        if (from > 0)
            places[from] = Line;
        text.Append(line).Append('\n');
        Line++;
    }

    /// <summary>The copy of a post under the path, title and tags of another.</summary>
    internal Post Under(Post post, Post title) => post with
    {
        Path = title.Path,
        Title = title.Title,
        TitleIsFromFileName = title.TitleIsFromFileName,
        FrontMatter = FrontMatter.Empty with { Tags = title.FrontMatter.Tags },
        Overrides = SplitOverrides.None,
        Text = text.ToString(),
        BodyLine = 1,
    };

    /// <summary>The labels of the copy: each talk where its line went; <see langword="null"/> for a post without labels.</summary>
    internal LabelledPost? Labels(LabelledPost? labels, string? form = null) => labels is null ? null : labels with
    {
        Talks = [.. labels.Talks.Select(t => t with { Line = Place(t.Line), EndLine = Line, Form = form ?? t.Form })],
    };

    /// <summary>The first sentence of a line, cut short.</summary>
    internal static string Sentence(string line)
    {
        var stop = line.AsSpan().IndexOfAny("。！？") is > 0 and var sign ? sign : line.IndexOf(". ", StringComparison.Ordinal);
        return line[..Math.Min(LongestSentence, stop > 0 ? stop + 1 : line.Length)];
    }

    private int Place(int line) => places.MinBy(p => Math.Abs(p.Key - line)).Value;
}
