namespace SearchNotes.Posts.Files;

/// <summary>The real location of a corpus. It is resolved again on each use, because a push may have changed it.</summary>
/// <param name="Root">The corpus folder's real path.</param>
/// <param name="Limit">The folder that must contain files read next to the posts: the top of the corpus' clone, else the corpus folder
/// itself.</param>
internal sealed record CorpusArea(string Root, string Limit)
{
    /// <summary>Returns the area of a corpus.</summary>
    /// <exception cref="SearchNotesException">The folder is missing, or a link leads it out of its clone.</exception>
    internal static CorpusArea Of(CorpusOptions options)
    {
        if (!Directory.Exists(options.Root) || RealPath.TryResolve(options.Root) is not { } root)
            throw new SearchNotesException(Fault.Corpus, $"There is no corpus folder \"{options.Root}\"; name one with --corpus.");
        if (options.CloneTop is { } clone && !RealPath.IsBelow(root, clone))
        {
            throw new SearchNotesException(Fault.Corpus,
                $"The corpus folder \"{options.Root}\" leads out of the clone {clone}, to {root}: a push may have replaced it with a link. Nothing is read there; make it a folder again, or name another one with --corpus.");
        }

        var top = options.CloneTop ?? CorpusClone.TopOf(options.Root);
        return new CorpusArea(root, top is not null && RealPath.IsBelow(root, top) ? top : root);
    }

    /// <summary>Returns the area of a corpus, or <see langword="null"/> if it has none.</summary>
    internal static CorpusArea? TryFind(CorpusOptions options)
    {
        try
        {
            return Of(options);
        }
        catch (SearchNotesException)
        {
            // The error is reported when the posts are listed.
            return null;
        }
    }
}
