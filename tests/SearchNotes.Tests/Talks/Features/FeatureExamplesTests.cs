using System.Globalization;
using System.Text;
using SearchNotes.Posts;
using SearchNotes.Talks;
using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Candidates;
using SearchNotes.Talks.Features;
using SearchNotes.Talks.Model;
using SearchNotes.Talks.Readings;
using Xunit;

namespace SearchNotes.Tests.Talks.Features;

/// <summary>Every feature with the candidates of <c>examples.md</c> that it tells apart: what it says of them stands in the approved
/// text.</summary>
public sealed class FeatureExamplesTests
{
    private const int Shown = 3;
    private static readonly WordOdds Odds = ToyOdds();

    [Fact]
    public void Of_posts() => Approved.Matches(Text(PostFeatures.Names,
        Views().Select(view => (view.Post.Path, PostFeatures.Of(view)))));

    [Fact]
    public void Of_headings() => Approved.Matches(Text(HeadingFeatures.Names,
        Views().SelectMany(view => view.Outline.Headings.Select(h => h.Text).Zip(HeadingFeatures.Of(view, PostFeatures.Of(view))))));

    [Fact]
    public void Of_paragraphs_and_items() => Approved.Matches(Text(UnitFeatures.Names,
        Views().SelectMany(view => view.Candidates.Units.Select(u => u.Block.Text).Zip(UnitFeatures.Of(view, PostFeatures.Of(view))))));

    // One line for each feature: a few of its values, the most different first, each with the first example that has it.
    private static string Text(IReadOnlyList<string> names, IEnumerable<(string Example, float[] Row)> rows)
    {
        var all = rows.ToList();
        var text = new StringBuilder();
        for (var i = 0; i < names.Count; i++)
        {
            var values = all.Where(row => !float.IsNaN(row.Row[i])).GroupBy(row => Math.Round(row.Row[i], 2)).OrderBy(g => g.Key).ToList();
            Assert.True(values.Count > 1, $"No two examples differ in \"{names[i]}\".");
            var picked = Enumerable.Range(0, Math.Min(Shown, values.Count))
                .Select(n => values[n * (values.Count - 1) / (Math.Min(Shown, values.Count) - 1)]);
            text.Append(names[i]).Append('\n');
            foreach (var value in picked)
                text.Append(CultureInfo.InvariantCulture, $"  {value.Key} {Short(value.First().Example)}\n");
        }

        return text.ToString();
    }

    private static string Short(string text) => (text.Length > 60 ? text[..60] : text).ReplaceLineEndings(" / ");

    // A few words with odds of their own: those of the model change whenever it learns.
    private static StoredWordOdds ToyOdds()
    {
        var odds = new StoredWordOdds(-1);
        foreach (var place in Enum.GetValues<WordPlace>())
        {
            foreach (var word in (string[])["talk", "talks", "net", "tides", "keynote", "conference"])
                odds.Add(place, word, 1);
            foreach (var word in (string[])["questions", "conclusion", "lunch", "cake", "install"])
                odds.Add(place, word, -1);
        }

        return odds;
    }

    private static IEnumerable<PostView> Views()
    {
        var corpus = new Corpus(new CorpusOptions { Root = AppContext.BaseDirectory });
        foreach (var (path, text) in Posts())
        {
            var post = corpus.Read(new PostBytes(new PostFile(path, path, "post", text.Length, 0), Encoding.UTF8.GetBytes(text), null));
            var blocks = MarkdownBlocks.Read(new PostLines(post).Body, post.BodyLine);
            Assert.NotNull(blocks);
            yield return new PostView(PostCandidates.Of(Outline.Of(post, blocks)), Odds);
        }
    }

    // "~~~~post PATH", the post, "~~~~".
    private static IEnumerable<(string Path, string Text)> Posts()
    {
        var path = "";
        var lines = new List<string>();
        foreach (var line in File.ReadLines(
            Path.Combine(Repository.Root, "tests", "SearchNotes.Tests", "Talks", "Features", "examples.md")))
        {
            if (line.StartsWith("~~~~post ", StringComparison.Ordinal))
            {
                (path, lines) = (line[9..], []);
            }
            else if (line == "~~~~")
            {
                yield return (path, string.Join('\n', lines));
            }
            else
            {
                lines.Add(line);
            }
        }
    }
}
