using SearchNotes.Posts;

namespace SearchNotes.Talks.Signals;

/// <summary>Tells where two signals say different things about a post, and which of them was followed.</summary>
/// <remarks>Only signals that would carry a talk by themselves are heard: a blogger reads a warning when there are few.</remarks>
internal static class Disagreements
{
    private const string Remedy = "put \"talks: headings\", \"talks: one\" or \"talks: none\" into the front matter if that is wrong";

    /// <summary>The post was taken for an announcement or a conversation, and headings read like talks.</summary>
    internal static IReadOnlyList<Warning> AboutNone(Outline outline, HeadingTalks headings)
    {
        if (outline.Post.Overrides.Talks is not null || Named(headings) is not { Count: > 1 } named)
            return [];
        return [new Warning(Line(named[0]), $"{named.Count} headings read like talks (\"{named[0].Heading.Text}\"), but the post announces talks or is a conversation; it is indexed as one post: {Remedy}.")];
    }

    /// <summary>The post was taken for one talk, and several headings name speakers.</summary>
    internal static IReadOnlyList<Warning> AboutOne(Outline outline, HeadingTalks headings, string why)
    {
        if (outline.Post.Overrides.Talks is not null || Named(headings) is not { Count: > 1 } named)
            return [];
        return [new Warning(Line(named[0]), $"{named.Count} headings read like talks (\"{named[0].Heading.Text}\"), but the post is taken for one talk ({why}): {Remedy}.")];
    }

    /// <summary>The talks are in paragraphs or list items, and several headings name speakers.</summary>
    internal static IReadOnlyList<Warning> AboutLeads(HeadingTalks headings, LeadTalks leads)
    {
        if (Named(headings) is not { Count: > 1 } named)
            return [];
        return [new Warning(Line(named[0]), $"{named.Count} headings read like talks (\"{named[0].Heading.Text}\"), but so do {leads.Talks.Count} paragraphs or list items, and those are taken: {Remedy}.")];
    }

    /// <summary>The headings carry the talks: what each of them says against the text below it, the front matter and its siblings.</summary>
    internal static IEnumerable<Warning> AboutHeadings(Outline outline, HeadingTalks headings)
    {
        foreach (var candidate in headings.Candidates)
        {
            if (candidate.IsTalk && OtherSpeaker(candidate) is { } other)
                yield return other;
            else if (!candidate.IsTalk && IsNamed(candidate))
                yield return new Warning(Line(candidate), $"The heading \"{candidate.Heading.Text}\" reads like a talk, but the talks stand on level {headings.Level}; it is part of what is above it. Put it on that level if it is a talk.");
        }

        if (outline.Post.FrontMatter.Speakers is { Count: > 0 } speakers && outline.Post.Overrides.Talks is null && headings.Candidates.Count(c => c.IsTalk) > 1)
            yield return new Warning(1, $"The front matter names a speaker ({string.Join(", ", speakers)}), as for a post that is one talk, but its headings carry several: {Remedy}.");
    }

    // "# Ada Muster on Maps" with "Speaker: Ben Probst" below.
    private static Warning? OtherSpeaker(Candidate candidate)
    {
        if (candidate.Mark is not { Kind: >= MarkKind.Line, Likeness: >= Likeness.Good } mark)
            return null;
        var reading = candidate.Chosen ?? candidate.Readings.FirstOrDefault(r => !r.IsDoubtful);
        if (reading is not { Likeness: >= Likeness.Good, Names.Count: > 0 } || reading.Names.Any(name => mark.Names.Any(other => ShareAWord(name.Name, other.Name))))
            return null;
        return new Warning(mark.Block.FirstLine, $"The heading names {Join(reading.Names)} and the line below it {Join(mark.Names)}; the {(candidate.Chosen is null ? "line" : "heading")} is followed.");
    }

    private static bool ShareAWord(string name, string other)
        => name.Split(' ').Intersect(other.Split(' '), StringComparer.OrdinalIgnoreCase).Any();

    private static string Join(IReadOnlyList<SpokenName> names) => string.Join(", ", names.Select(name => name.Name));

    private static List<Candidate> Named(HeadingTalks headings) => [.. headings.Candidates.Where(c => c.IsTalk && IsNamed(c))];

    private static bool IsNamed(Candidate candidate)
        => candidate is { Role: HeadingRole.Open, Chosen: { Likeness: >= Likeness.Good, IsDoubtful: false, Names.Count: > 0 } chosen } && chosen.Shape != HeadingShape.Speaker && candidate.Evidence >= Weights.HeadingCarries;

    private static int Line(Candidate candidate) => candidate.Heading.Block.FirstLine;
}
