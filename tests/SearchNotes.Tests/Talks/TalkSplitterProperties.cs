using CsCheck;
using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class TalkSplitterProperties
{
    private static readonly string[] Pieces =
    [
        "# Ada Muster on Growing tomatoes", "# Ben Probst on Reading maps", "## Q&A", "# Q&A", "# Lightning Talks", "## One: Cleo Tamm",
        "Title", "=====", "-----", "* [Title](http://a.example) - Ada Muster: it was long enough to be notes",
        "**Ada Muster** described the way to grow tomatoes.", "> quoted", "    indented", "\tcode", "```", "~~~ruby", "{% highlight c %}",
        "{% endhighlight %}", "[1]: http://a.example", "see [x](http://broken and [y][z]", "<h2>Html</h2>", "<!-- open",
        "#NoSpace", "#\u00A0Hard space", "| a | b |", "|---|---|", "1. one", "- two", "", "", "text that goes on", "山田さんの発表",
        "## タイトル - @handle", "\uD83D", "???", "#", "##",
    ];

    private static readonly Gen<string> Posts =
        Gen.Select(Gen.Int[0, Pieces.Length - 1], Gen.Bool,
            (piece, isParagraph) => Pieces[piece] + (isParagraph ? "\n\n" : "\n")).Array[0, 40].Select(parts => string.Concat(parts));

    [Fact]
    public void Every_line_of_text_is_in_exactly_one_document()
    {
        Posts.Sample(text =>
        {
            var split = Split(text);
            var lines = text.Split('\n');
            for (var line = 1; line <= lines.Length; line++)
            {
                if (string.IsNullOrWhiteSpace(lines[line - 1]) || split.Rest is null && !lines[line - 1].Any(char.IsLetterOrDigit))
                    continue;
                var holders = split.Documents.Count(d => d.Lines.Any(r => line >= r.First && line <= r.Last));
                if (holders > 1 || (holders == 0 && split.Rest is not null))
                    return false;
            }

            return true;
        });
    }

    [Fact]
    public void Ids_are_unique_and_made_of_letters_digits_hyphens_and_one_dot() =>
        Posts.Sample(text =>
        {
            var ids = Split(text).Documents.Select(d => d.Id).ToList();
            return ids.Distinct().Count() == ids.Count
                && ids.TrueForAll(id => id.Count(c => c == '.') <= 1
                    && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.'));
        });

    [Fact]
    public void Inline_code_stands_inside_its_passage_in_order() =>
        Posts.Sample(text => Split(text + "\n\na `b` c `d`\n").Documents.SelectMany(d => d.Passages).All(p =>
        {
            var end = 0;
            foreach (var range in p.InlineCode)
            {
                if (range.Start < end || range.End > p.Text.Length)
                    return false;
                end = range.End;
            }

            return true;
        }));

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*a ")]
    public void A_hostile_post_is_some_document(string piece)
    {
        var split = Split(string.Concat(Enumerable.Repeat(piece, 2000)) + "end");

        Assert.NotNull(split.Rest);
    }

    [Fact]
    public void A_broken_link_before_code_that_ends_in_a_space_is_read()
    {
        var passage = Assert.Single(Split("[x](http://broken and `code `").Rest!.Passages);

        Assert.Equal("x and code", passage.Text);
        Assert.Equal("code", passage.Text[passage.InlineCode[0].Start..passage.InlineCode[0].End]);
    }

    private static SplitPost Split(string text) =>
        TalkSplitter.Split(new Post { Path = "post.md", Id = "post", Title = "PyCon meetup", Text = text }, SpeakerAliases.None);
}
