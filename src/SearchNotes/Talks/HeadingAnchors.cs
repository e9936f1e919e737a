using SearchNotes.Posts;

namespace SearchNotes.Talks;

/// <summary>How a heading is written, which decides who takes it for one.</summary>
internal enum HeadingForm
{
    /// <summary>A heading of CommonMark, with hashes or an underline.</summary>
    Markdown,

    /// <summary>An <c>&lt;h2&gt;</c> in the Markdown.</summary>
    Html,

    /// <summary>Hashes without a space behind them: a heading to the older engines, a paragraph to the others.</summary>
    WithoutSpace,
}

/// <summary>A heading as its author typed it.</summary>
/// <param name="Source">Its text without hashes, underline or tags around it, with all mark-up inside.</param>
/// <param name="ExplicitId">An id that stands before it (<c>&lt;a name="x"&gt;</c>) or that its tag has; one in braces behind the text is
/// found without.</param>
/// <param name="Form">How it is written.</param>
internal sealed record HeadingSource(string Source, string? ExplicitId = null, HeadingForm Form = HeadingForm.Markdown);

/// <summary>Gives the headings of a page the ids that the blog's generator gives them.</summary>
internal static class HeadingAnchors
{
    /// <summary>The id of each heading, in the same order; <see langword="null"/> where the page has none, or nobody can tell.</summary>
    /// <param name="style">The generator's rule.</param>
    /// <param name="headings">All headings of the page, talks or not: repeats are counted over the whole page.</param>
    internal static IReadOnlyList<string?> Make(AnchorStyle style, IReadOnlyList<HeadingSource> headings) =>
        style != AnchorStyle.HugoAnyVersion ? MakeAll(style, headings)
            : [.. MakeAll(AnchorStyle.Hugo, headings).Zip(MakeAll(AnchorStyle.HugoText, headings), (before, since) => before == since
                ? since : null)];

    private static string?[] MakeAll(AnchorStyle style, IReadOnlyList<HeadingSource> headings)
    {
        var ids = new string?[headings.Count];
        var taken = new HeadingAnchorRepeats(style);
        for (var i = 0; i < ids.Length; i++)
        {
            var (source, inBraces) = HeadingAnchorAttributes.Split(style, headings[i].Source);
            var given = headings[i].ExplicitId ?? inBraces;
            if (given is not null)
                taken.AddGiven(given);
            else if (IsHeading(style, headings[i].Form) && !HoldsTemplate(source))
                ids[i] = taken.Unique(HeadingAnchorRules.Make(style, source));
            ids[i] = given ?? (ids[i] is "" ? null : ids[i]);
        }

        return ids;
    }

    // What a template tag becomes, nobody can tell here.
    private static bool HoldsTemplate(string source) =>
        source.Contains("{{", StringComparison.Ordinal) || source.Contains("{%", StringComparison.Ordinal);

    private static bool IsHeading(AnchorStyle style, HeadingForm form) => form switch
    {
        _ when style == AnchorStyle.Unknown => false,
        HeadingForm.Html => style == AnchorStyle.GitHub,
        HeadingForm.WithoutSpace => style is AnchorStyle.Kramdown or AnchorStyle.Redcarpet,
        _ => true,
    };
}
