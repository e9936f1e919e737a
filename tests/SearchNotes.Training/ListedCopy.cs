using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Readings;
using SearchNotes.Tests.Talks.Labels;

namespace SearchNotes.Training;

/// <summary>A copy of a post in which its sections are items of a list, or paragraphs.</summary>
internal static class ListedCopy
{
    private const int LeastSections = 2;
    private const int Styles = 5;

    /// <summary>The headings of its talks; of a post without talks, those of its commonest level.</summary>
    internal static List<OutlineHeading> Sections(Example example)
    {
        var headings = example.Candidates.Outline.Headings;
        return example.Post == 1 ? [.. headings.Where(h => example.Headings[h.Index] == 1)]
            : [.. headings.GroupBy(h => h.Level).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(1).SelectMany(g => g)];
    }

    /// <summary>The post with its sections so.</summary>
    internal static (Post Post, LabelledPost? Labels)? Of(Example example)
    {
        var outline = example.Candidates.Outline;
        var sections = Sections(example).ToHashSet();
        if (sections.Count < LeastSections || (example.Labels?.Talks.Any(t => t.Optional) ?? false))
            return null;
        var lines = outline.Post.Text.Split('\n');
        var style = (int)(Folds.Hash($"{example.Path} {example.Repo}") % Styles);
        var text = new CopiedText();
        var talks = new List<LabelledTalk>();
        for (var i = 0; i < outline.Blocks.Count; i++)
        {
            var block = outline.Blocks[i];
            if (outline.Headings.FirstOrDefault(h => h.BlockIndex == i) is { } heading && sections.Contains(heading))
            {
                talks.Add(new LabelledTalk
                {
                    Title = "",
                    Speakers = [],
                    Form = style < 3 ? "list-item" : "paragraph",
                    Line = text.Line,
                    EndLine = text.Line,
                });
                text.Add(Line(style, heading.Text.ReplaceLineEndings(" ").Trim(), First(outline, heading)));
                if (style >= 3)
                    text.Add("");
                // What else stands in the section is left out.
                i = Next(outline, heading) - 1;
                continue;
            }

            for (var line = block.FirstLine; line <= block.LastLine && block.Kind is BlockKind.Heading or BlockKind.Text; line++)
                text.Add(lines[line - 1].TrimEnd('\r'));
            text.Add("");
        }

        var labels = example.Labels is null ? null : example.Labels with { Talks = example.Post == 1 ? talks : [] };
        return (text.Under(outline.Post, outline.Post), labels);
    }

    private static string Line(int style, string heading, string first) => style switch
    {
        0 => $"- {heading}",
        1 => $"- {heading}: {CopiedText.Sentence(first)}",
        2 => $"* **{heading}** {first}",
        3 => $"**{heading}**: {first}",
        _ => $"{heading}. {first}",
    };

    private static string First(Outline outline, OutlineHeading heading) =>
        outline.Own(heading).FirstOrDefault(b => b.Kind == BlockKind.Text)?.Text.ReplaceLineEndings(" ") ?? "";

    private static int Next(Outline outline, OutlineHeading heading) =>
        outline.Headings.Skip(heading.Index + 1).FirstOrDefault(h => h.Level <= heading.Level)?.BlockIndex ?? outline.Blocks.Count;
}
