using System.Text;
using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;
using SearchNotes.Tests.Talks.Labels;

namespace SearchNotes.Training;

/// <summary>Makes copies of posts to learn from, so that the model reads a post by its structure where its words are few or unknown.</summary>
internal static class Copies
{
    private const int LongestSentence = 200;
    private const int LeastHeadings = 2;

    // Of the posts without labels, one in so many is copied.
    private const int Ordinary = 6;

    /// <summary>The copies: a post cut short, with another post's title and path and without tags; and a post none of whose words is
    /// known.</summary>
    internal static List<Example> Of(IReadOnlyList<Example> examples)
    {
        var titles = examples.Where(e => e.Set != LabelledData.Own).Select(e => e.Candidates.Outline.Post).ToList();
        var copied = examples.Where(e => e.Set != LabelledData.Own && (e.Labels is not null || Folds.Hash(e.Path) % Ordinary == 0)).ToList();
        return [.. copied.AsParallel().AsOrdered().SelectMany(e => (Example?[])
        [
            Short(e, titles[(int)(Folds.Hash($"{e.Repo} {e.Path}") % titles.Count)]),
            e.Copy(isBlind: true),
        ]).OfType<Example>()];
    }

    private static Example? Short(Example example, Post title)
    {
        var outline = example.Candidates.Outline;
        if (outline.Headings.Count < LeastHeadings || example.Post < 0
            || (example.Labels ?? NoTalks(example)).Talks.Any(t => !t.Form.StartsWith("heading", StringComparison.Ordinal)))
        {
            return null;
        }
        if (example.Labels is null && example.Post != 0)
            return null;
        var text = new StringBuilder();
        var lines = outline.Post.Text.Split('\n');
        var places = new Dictionary<int, int>();
        var line = 1;
        foreach (var heading in outline.Headings)
        {
            places[heading.Block.FirstLine] = line;
            for (var i = heading.Block.FirstLine; i <= heading.Block.LastLine; i++, line++)
                text.Append(lines[i - 1]).Append('\n');
            text.Append('\n');
            line++;
            if (heading.BlockIndex + 1 < outline.OwnEnd(heading) && outline.Blocks[heading.BlockIndex + 1] is { Kind: BlockKind.Text } first)
            {
                text.Append(Sentence(lines[first.FirstLine - 1])).Append("\n\n");
                line += 2;
            }
        }

        var post = outline.Post with
        {
            Path = title.Path,
            Title = title.Title,
            TitleIsFromFileName = title.TitleIsFromFileName,
            FrontMatter = FrontMatter.Empty,
            Overrides = SplitOverrides.None,
            Text = text.ToString(),
            BodyLine = 1,
        };
        var labels = example.Labels is null ? null : example.Labels with
        {
            Talks = [.. example.Labels.Talks.Select(t => t with { Line = Place(places, t.Line), EndLine = line })],
        };
        return example.Copy(post, labels);
    }

    private static LabelledPost NoTalks(Example example) => new() { File = example.Path, Talks = [] };

    private static int Place(Dictionary<int, int> places, int line) =>
        places.MinBy(p => Math.Abs(p.Key - line)).Value;

    private static string Sentence(string line)
    {
        var stop = line.AsSpan().IndexOfAny("。！？") is > 0 and var sign ? sign : line.IndexOf(". ", StringComparison.Ordinal);
        return line[..Math.Min(LongestSentence, stop > 0 ? stop + 1 : line.Length)];
    }
}
