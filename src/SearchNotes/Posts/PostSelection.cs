namespace SearchNotes.Posts;

/// <summary>Posts selected by their tags or categories.</summary>
/// <param name="Tags">Tags, any of which selects a post. Categories and keywords of the front matter count as tags.</param>
/// <param name="Categories">Categories, any of which selects a post.</param>
/// <remarks>Names are compared by their slugs, so that case, spaces and hyphens do not matter.</remarks>
public sealed record PostSelection(IReadOnlyList<string> Tags, IReadOnlyList<string> Categories)
{
    /// <summary>Returns the tag or category that selects a post; <see langword="null"/> if none does.</summary>
    internal string? Of(IReadOnlyList<string> tags, IReadOnlyList<string> categories) =>
        First("tag", Tags, [.. tags, .. categories]) ?? First("category", Categories, categories);

    /// <inheritdoc/>
    public override string ToString() => $"tags {string.Join('|', Tags)} categories {string.Join('|', Categories)}";

    private static string? First(string what, IReadOnlyList<string> wanted, IReadOnlyList<string> own) =>
        wanted.FirstOrDefault(name => own.Any(o => IsSame(name, o))) is { } found ? $"{what} \"{found}\"" : null;

    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase)
        || (Slug.Make(one) is { Length: > 0 } slug && slug == Slug.Make(other));
}
