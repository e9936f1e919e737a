using System.Text;
using SearchNotes.Posts;
using SearchNotes.Talks.Readings;
using SearchNotes.Tests.Talks.Labels;

namespace SearchNotes.Training;

/// <summary>A section of a post as a post of its own: notes of one talk, or nothing.</summary>
internal static class AloneCopy
{
    private const int LeastSections = 2;
    private const int LeastLines = 6;
    private const int MostLetters = 40;

    /// <summary>One of its talks, or a section of a post without talks; its heading is the title, or the first line.</summary>
    internal static (Post Post, LabelledPost? Labels)? Of(Example example)
    {
        var outline = example.Candidates.Outline;
        var hash = Folds.Hash($"{example.Path} {example.Repo}");
        var sections = ListedCopy.Sections(example).Where(h => Last(outline, h) - h.Block.LastLine >= LeastLines).ToList();
        if (sections.Count < LeastSections)
            return null;
        var section = sections[(int)(hash % sections.Count)];
        var lines = outline.Post.Text.Split('\n');
        var text = new CopiedText();
        var isTitle = hash / 7 % 2 == 0;
        for (var line = isTitle ? section.Block.LastLine + 1 : section.Block.FirstLine; line <= Last(outline, section); line++)
            text.Add(lines[line - 1].TrimEnd('\r'));
        var name = Slug(section.Text);
        var title = outline.Post with
        {
            Path = Path.Combine(Path.GetDirectoryName(outline.Post.Path) ?? "", name + ".md"),
            Title = isTitle ? section.Text : name,
            TitleIsFromFileName = !isTitle,
        };
        var labels = example.Labels is null ? null : example.Labels with
        {
            Kind = example.Post == 1 ? "single-talk" : "not-talks",
            Talks = example.Post == 0 ? []
                : [new LabelledTalk { Title = "", Speakers = [], Form = "whole-post", Line = 1, EndLine = text.Line }],
        };
        return (text.Under(outline.Post, title), labels);
    }

    // The last line before the next heading that is no deeper.
    private static int Last(Outline outline, OutlineHeading heading)
    {
        var next = outline.Headings.Skip(heading.Index + 1).FirstOrDefault(h => h.Level <= heading.Level);
        return next is null ? outline.Blocks[^1].LastLine : next.Block.FirstLine - 1;
    }

    private static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var c in heading)
        {
            if (slug.Length >= MostLetters)
                break;
            if (char.IsLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (slug is not [] and not [.., '-'])
                slug.Append('-');
        }

        return slug.Length == 0 ? "notes" : slug.ToString().TrimEnd('-');
    }
}
