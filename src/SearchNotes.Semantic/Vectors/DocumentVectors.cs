using System.Runtime.CompilerServices;

namespace SearchNotes.Semantic.Vectors;

/// <summary>The vectors of all documents at one time. Thread-safe.</summary>
/// <param name="version">Number of this state.</param>
/// <param name="vectors">The vectors of each document by its id.</param>
internal sealed class DocumentVectors(long version, IReadOnlyDictionary<string, PassageVector[]> vectors)
{
    /// <summary>The vectors in the order of a list of ids, found once for each list.</summary>
    private readonly ConditionalWeakTable<IReadOnlyList<string>, PassageVector[]?[]> ordered = [];

    /// <summary>Number of this state; 0 while there are no vectors.</summary>
    public long Version { get; } = version;

    /// <summary>Returns the similarity of each document's best passage to a query; NaN for documents without vectors.</summary>
    public float[]? Similarities(PassageVector query, IReadOnlyList<string> ids)
    {
        if (vectors.Count == 0)
            return null;
        var found = ordered.GetValue(ids, ids => [.. ids.Select(vectors.GetValueOrDefault)]);
        var similarities = new float[found.Length];
        for (var i = 0; i < found.Length; i++)
        {
            similarities[i] = float.NaN;
            foreach (var vector in found[i] ?? [])
            {
                var similarity = vector.Similarity(query);
                if (!(similarity <= similarities[i]))
                    similarities[i] = similarity;
            }
        }

        return similarities;
    }
}
