using System.Globalization;
using System.Text;
using SearchNotes.Posts;
using SearchNotes.Tests;
using SearchNotes.Tests.Talks.Labels;

namespace SearchNotes.Training;

/// <summary>Reads the examples of <c>Specs/talks.md</c> as labelled posts.</summary>
internal static class Specification
{
    /// <summary>The examples.</summary>
    internal static IEnumerable<(Post Post, LabelledPost Labels)> Read()
    {
        var lines = File.ReadLines(Path.Combine(Repository.Root, "tests", "SearchNotes.Tests", "Talks", "Specs", "talks.md"));
        var path = "";
        string? post = null;
        List<string>? block = null;
        var isPost = false;
        foreach (var line in lines)
        {
            if (block is null && (line == "```talks" || line.StartsWith("```post", StringComparison.Ordinal)))
            {
                (block, isPost) = ([], line != "```talks");
                path = !isPost ? path : line.Length > 8 ? line[8..] : "post.md";
            }
            else if (block is not null && line == "```")
            {
                if (isPost)
                    post = string.Join('\n', block);
                else if (post is not null)
                    yield return (Parse(path, post), Labels(path, block));
                block = null;
            }
            else
            {
                block?.Add(line);
            }
        }
    }

    private static Post Parse(string path, string text) =>
        text.StartsWith("---\n", StringComparison.Ordinal)
            ? new Corpus(new CorpusOptions { Root = AppContext.BaseDirectory })
            .Read(new PostBytes(new PostFile(path, path, "post", text.Length, 0), Encoding.UTF8.GetBytes(text), null))
            : new Post { Path = path, Id = "post", Title = "A day in June", Text = text };

    // "3-9 | Topic | Speaker; Speaker": the lines say all that is learned from.
    private static LabelledPost Labels(string path, List<string> expected) => new()
    {
        Repo = "specification",
        File = path,
        Kind = expected.Count switch { 0 => "not-talks", 1 => "single-talk", _ => "multi-talk" },
        Talks = [.. expected.Where(line => line.Contains('|', StringComparison.Ordinal)).Select(line => line.Split(" | ")[0].Split('-'))
            .Select(lines => new LabelledTalk
        {
            Title = "",
            Speakers = [],
            Form = "paragraph",
            Line = int.Parse(lines[0], CultureInfo.InvariantCulture),
            EndLine = int.Parse(lines[1], CultureInfo.InvariantCulture),
        })],
    };
}
