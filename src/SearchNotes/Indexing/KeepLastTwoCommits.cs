using Lucene.Net.Index;

namespace SearchNotes.Indexing;

/// <summary>Keeps the last two commits. When the newest cannot be read, Lucene falls back to the previous one.</summary>
internal sealed class KeepLastTwoCommits : IndexDeletionPolicy
{
    private const int Kept = 2;

    public override void OnInit<T>(IList<T> commits) => OnCommit(commits);

    public override void OnCommit<T>(IList<T> commits)
    {
        for (var i = 0; i < commits.Count - Kept; i++)
            commits[i].Delete();
    }
}
