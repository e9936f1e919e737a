using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks;

/// <summary>The lines of a post below its front matter, and which of them are blank.</summary>
internal sealed class PostLines
{
    private readonly string text;
    private readonly List<int> starts = [];
    private readonly int first;

    internal PostLines(Post post)
    {
        this.text = post.Text;
        this.first = post.BodyLine;
        var at = 0;
        for (var line = 1; line < post.BodyLine && at >= 0; line++)
            at = NextStart(at);
        var body = at < 0 ? "" : this.text[at..];
        Body = post.IsMyst || MystLines.AreIn(body) ? MystLines.Rewrite(body) : body;
        for (; at >= 0; at = NextStart(at))
            starts.Add(at);
    }

    /// <summary>The Markdown without front matter and without comments of MyST.</summary>
    internal string Body { get; }

    /// <summary>The first line of the Markdown, from 1.</summary>
    internal int First => this.first;

    /// <summary>The last line of the file that is not blank; below <see cref="First"/> when all are.</summary>
    internal int Last => LastText(this.first, this.first + starts.Count - 1);

    /// <summary>The first line in a range that is not blank; behind the range when all are.</summary>
    internal int FirstText(int first, int last)
    {
        while (first <= last && IsBlank(first))
            first++;
        return first;
    }

    /// <summary>The last line in a range that is not blank; before the range when all are.</summary>
    internal int LastText(int first, int last)
    {
        last = Math.Min(last, this.first + starts.Count - 1);
        while (last >= first && IsBlank(last))
            last--;
        return last;
    }

    /// <summary>The post as paragraphs of plain text, for a file that no Markdown parser takes.</summary>
    internal IReadOnlyList<Block> AsPlainBlocks()
    {
        var blocks = new List<Block>();
        for (var line = FirstText(this.first, Last); line <= Last;)
        {
            var first = line;
            while (line < Last && !IsBlank(line + 1))
                line++;
            var text = string.Join(' ', Line(first, line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            blocks.Add(new Block { Kind = BlockKind.Text, Text = text, FirstLine = first, LastLine = line });
            line = FirstText(line + 1, Last);
        }

        return blocks;
    }

    /// <summary>A line as written, its end included.</summary>
    internal string Line(int line) => Slice(line, line).ToString();

    private bool IsBlank(int line) => Slice(line, line).IsWhiteSpace();

    private string Line(int first, int last) => Slice(first, last).ToString();

    private ReadOnlySpan<char> Slice(int first, int last)
    {
        var start = starts[first - this.first];
        var end = last - this.first + 1 < starts.Count ? starts[last - this.first + 1] : this.text.Length;
        return this.text.AsSpan(start, end - start);
    }

    private int NextStart(int at)
    {
        var end = this.text.IndexOf('\n', at);
        return end < 0 ? -1 : end + 1;
    }
}
