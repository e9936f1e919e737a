using SearchNotes.Querying.Candidates;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying;

/// <summary>The rounds of one search with another engine. Work that needs counts of documents is done with estimates first; what it asked
/// for is counted in one round, and the work is repeated.</summary>
internal sealed class RemoteRounds(IRemoteGeneration generation, Deadline deadline)
{
    /// <summary>Rounds of counting for one piece of work. What is still missing afterwards is estimated.</summary>
    private const int MaxRounds = 2;

    /// <summary>Whether a part of the other engine did not answer in time.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>The time limit.</summary>
    public Deadline Deadline { get; } = deadline;

    /// <summary>Does work on talks, and repeats it until it needed no estimate.</summary>
    public T Settle<T>(IReadOnlyList<CandidateTalk> talks, Func<Snapshot, T> work)
    {
        for (var round = 0; ; round++)
        {
            var view = new CollectionView(generation.Collection);
            var result = work(CandidateSnapshot.Of(talks, view));
            if (view.Missing.Count == 0 || round == MaxRounds || Deadline.HasPassed())
                return result;
            List<Condition> missing = [.. view.Missing];
            var counted = generation.Count(missing, Deadline);
            IsPartial |= counted.IsPartial;
            if (counted.IsPartial)
                return result;
            for (var i = 0; i < missing.Count; i++)
                generation.Collection.Learn(missing[i], counted.Counts[i]);
        }
    }

    /// <summary>Returns the query for the best documents of a plan.</summary>
    public static CandidateQuery Query(Snapshot snapshot, QueryPlan plan, int size) =>
        CandidatePlan.Of(plan, size, condition => snapshot.Collection!.CountOf(condition) > 0); // Not null: candidates are some of many.

    /// <summary>Finds the best documents.</summary>
    /// <returns>The answer, and the talks to score: those of the answer, and the one with the best coverage.</returns>
    public (CandidateAnswer Answer, IReadOnlyList<CandidateTalk> Talks) Find(CandidateQuery query)
    {
        var answer = generation.Find(query, Deadline);
        IsPartial |= answer.IsPartial || answer.Best?.IsPartial == true;
        var isKnown = answer.Best?.Talk is not { } best || answer.Talks.Any(talk => talk.Stored.Talk.Id == best.Stored.Talk.Id);
        return (answer, isKnown ? answer.Talks : [.. answer.Talks, answer.Best!.Talk!]); // Not null: it is not known.
    }
}
