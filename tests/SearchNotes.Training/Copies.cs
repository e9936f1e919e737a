using SearchNotes.Posts;
using SearchNotes.Tests.Talks.Labels;

namespace SearchNotes.Training;

/// <summary>What a copy of a post is.</summary>
internal enum CopyKind
{
    /// <summary>No copy.</summary>
    None,

    /// <summary>The post, none of whose words is known.</summary>
    Blind,

    /// <summary>Its headings with a sentence each, under another post's title, tags and path.</summary>
    Short,

    /// <summary>Another such copy, under yet another title.</summary>
    SecondShort,

    /// <summary>One of its sections as a post of its own.</summary>
    Alone,

    /// <summary>Its sections as items or paragraphs.</summary>
    Listed,

    /// <summary>Its headings over and over, as in a collection of notes.</summary>
    Collected,
}

/// <summary>Makes copies of posts to learn from, so that the model reads a post by its structure where its words are few or unknown, and
/// knows a talk in every form.</summary>
internal static class Copies
{
    // Of the posts without labels, one in so many is copied; and of the copies, one in so many is measured.
    private const int Ordinary = 6;
    private const int Measured = 4;

    private static readonly CopyKind[] Written =
        [CopyKind.Short, CopyKind.SecondShort, CopyKind.Alone, CopyKind.Listed, CopyKind.Collected];

    /// <summary>The copies of all posts.</summary>
    internal static List<Example> Of(IReadOnlyList<Example> examples)
    {
        var titles = examples.Where(e => e.Set != LabelledData.Own).Select(e => e.Candidates.Outline.Post).ToList();
        var copied = examples.Where(e => e.Set != LabelledData.Own && e.HasPlaces && e.Post >= 0
            && (e.Labels is not null || Folds.Hash(e.Path) % Ordinary == 0)).ToList();
        return [.. copied.AsParallel().AsOrdered().SelectMany(e => Of(e, titles))];
    }

    /// <summary>Whether a copy is one of those that are measured.</summary>
    internal static bool IsMeasured(Example copy) =>
        copy.CopyKind != CopyKind.Blind && Folds.Hash($"{copy.Path} {copy.Repo} {copy.CopyKind}") % Measured == 0;

    private static IEnumerable<Example> Of(Example example, List<Post> titles)
    {
        yield return example.Copy();
        foreach (var kind in Written)
        {
            if (kind == CopyKind.SecondShort && example.Labels is null)
                continue;
            var title = titles[(int)(Folds.Hash($"{example.Repo} {example.Path} {kind}") % titles.Count)];
            if (Make(kind, example, title) is { } copy && example.Copy(kind, copy.Post, copy.Labels) is { } made)
                yield return made;
        }
    }

    private static (Post Post, LabelledPost? Labels)? Make(CopyKind kind, Example example, Post title)
    {
        // Only headings can be moved about.
        if (example.Labels?.Talks.Any(t => !t.Form.StartsWith("heading", StringComparison.Ordinal)) == true)
            return null;
        return kind switch
        {
            CopyKind.Alone => AloneCopy.Of(example),
            CopyKind.Listed => ListedCopy.Of(example),
            CopyKind.Collected => ShortCopy.Collected(example, title),
            _ => ShortCopy.Of(example, title),
        };
    }
}
