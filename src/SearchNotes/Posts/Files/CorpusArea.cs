namespace SearchNotes.Posts.Files;

/// <summary>Where a corpus really is, looked up anew each time: a push may have changed that.</summary>
/// <param name="Root">The corpus folder's real path.</param>
/// <param name="Limit">The folder that files beside the posts must lie below: the top of the corpus' clone, else its own folder.</param>
internal sealed record CorpusArea(string Root, string Limit)
{
    /// <summary>The area of a corpus.</summary>
    /// <exception cref="SearchNotesException">The folder is missing, or a link leads it out of the clone that it must stay in.</exception>
    internal static CorpusArea Of(CorpusOptions options)
    {
        if (!Directory.Exists(options.Root) || RealPath.TryResolve(options.Root) is not { } root)
            throw new SearchNotesException(Fault.Corpus, $"There is no corpus folder \"{options.Root}\"; name one with --corpus.");
        if (options.CloneTop is { } clone && !RealPath.IsBelow(root, clone))
        {
            throw new SearchNotesException(Fault.Corpus,
                $"The corpus folder \"{options.Root}\" leads out of the clone {clone}, to {root}: a push may have made a link of it. Nothing is read there; make it a folder again, or name another one with --corpus.");
        }

        var top = options.CloneTop ?? CorpusClone.TopOf(options.Root);
        return new CorpusArea(root, top is not null && RealPath.IsBelow(root, top) ? top : root);
    }

    /// <summary>The area; <see langword="null"/> where there is none.</summary>
    internal static CorpusArea? TryFind(CorpusOptions options)
    {
        try
        {
            return Of(options);
        }
        catch (SearchNotesException)
        {
            // Listing the posts will say so.
            return null;
        }
    }
}
