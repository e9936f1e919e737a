using System.Text;
using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class SpecTests
{
    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_specification_holds(string name, string path, string post, string expected)
    {
        var split = TalkSplitter.Split(Parse(path, post), SpeakerAliases.None);

        var actual =
            string.Join('\n',
                split.Talks.Select(t =>
                    $"{t.FirstLine}-{t.LastLine} | {t.Topic} | {string.Join("; ", t.Speakers.Select(s => s.Name))}".TrimEnd()));
        Assert.True(expected == actual, $"{name}: expected\n{expected}\nactual\n{actual}");
    }

    // Examples without front matter are about a day in June; the others say themselves what they are about.
    private static Post Parse(string path, string text) =>
        text.StartsWith("---\n", StringComparison.Ordinal)
            ? new Corpus(new CorpusOptions { Root = AppContext.BaseDirectory })
            .Read(new PostBytes(new PostFile(path, path, "post", text.Length, 0), Encoding.UTF8.GetBytes(text), null))
            : new Post { Path = path, Id = "post", Title = "A day in June", Text = text };

    public static TheoryData<string, string, string, string> Examples()
    {
        var examples = new List<(string Name, string Path, string Post, string Expected)>();
        var heading = "";
        var path = "";
        string? post = null;
        var block = default(List<string>);
        var kind = "";
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "SearchNotes.Tests", "Talks", "Specs", "talks.md")))
        {
            if (block is null && line.StartsWith("## ", StringComparison.Ordinal))
            {
                heading = line[3..];
            }
            else if (block is null && (line is "```talks" or "```now" || line.StartsWith("```post", StringComparison.Ordinal)))
            {
                (block, kind) = ([], line[3..].Split(' ')[0]);
                path = kind != "post" ? path : line.Length > 8 ? line[8..] : "post.md";
            }
            else if (block is not null && line == "```")
            {
                var text = string.Join('\n', block);
                block = null;
                if (kind == "post")
                    post = text;
                else if (kind == "now")
                    examples[^1] = examples[^1] with { Expected = text };
                else
                    examples.Add((heading, path, post!, text)); // A talks block without a post is a fault of the file, and fails here.
            }
            else
            {
                block?.Add(line);
            }
        }

        var data = new TheoryData<string, string, string, string>();
        foreach (var (name, where, text, expected) in examples)
            data.Add(name, where, text, expected);
        return data;
    }
}
