using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class SpecTests
{
    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_specification_holds(string name, string post, string expected)
    {
        var split = TalkSplitter.Split(new Post { Path = "post.md", Id = "post", Title = "A day in June", Text = post }, SpeakerAliases.None);

        var actual = string.Join('\n', split.Talks.Select(t => $"{t.FirstLine}-{t.LastLine} | {t.Topic} | {string.Join("; ", t.Speakers.Select(s => s.Name))}"));
        Assert.True(expected == actual, $"{name}: expected\n{expected}\nactual\n{actual}");
    }

    public static TheoryData<string, string, string> Examples()
    {
        var examples = new TheoryData<string, string, string>();
        var heading = "";
        string? post = null;
        var block = default(List<string>);
        var isPost = false;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "SearchNotes.Tests", "Talks", "Specs", "talks.md")))
        {
            if (block is null && line.StartsWith("## ", StringComparison.Ordinal))
                heading = line[3..];
            else if (block is null && line is "```post" or "```talks")
                (block, isPost) = ([], line == "```post");
            else if (block is not null && line == "```")
            {
                var text = string.Join('\n', block);
                block = null;
                if (isPost)
                    post = text;
                else
                    examples.Add(heading, post!, text); // A talks block without a post is a fault of the file, and fails here.
            }
            else
            {
                block?.Add(line);
            }
        }

        return examples;
    }
}
