namespace SearchNotes.Benchmarks.Questions;

/// <summary>Gives the next of some things at every call, from the first again after the last: an operation is the mean over all.</summary>
internal sealed class Turn<T>(IReadOnlyList<T> all)
{
    private int next;

    /// <summary>The next.</summary>
    public T Next()
    {
        if (next == all.Count)
            next = 0;
        return all[next++];
    }
}
