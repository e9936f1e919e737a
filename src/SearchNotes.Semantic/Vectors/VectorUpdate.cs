using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Semantic.Vectors;

/// <summary>The vectors of the documents of one commit, while those that are missing are encoded.</summary>
/// <param name="store">The vectors of all passages.</param>
internal sealed class VectorUpdate(VectorStore store)
{
    private readonly Dictionary<string, PassageVector[]> vectors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> incomplete = new(StringComparer.Ordinal);
    private int passages;

    /// <summary>Number of passages without a vector.</summary>
    public int Missing { get; private set; }

    /// <summary>The keys of all passages.</summary>
    public HashSet<UInt128> Keys { get; } = [];

    /// <summary>How many passages have vectors.</summary>
    public SemanticStatus Status => new(passages, passages - Missing);

    /// <summary>Adds a document with the vectors that are there.</summary>
    public void Add(StoredTalk document)
    {
        var keys = PassageTexts.Of(document).Select(PassageKey.Of).ToList();
        Keys.UnionWith(keys);
        passages += keys.Count;
        var found = keys.Select(Find).OfType<PassageVector>().ToArray();
        if (found.Length == keys.Count)
        {
            vectors[document.Talk.Id] = found;
            return;
        }

        incomplete[document.Talk.Id] = keys.Count - found.Length;
        Missing += keys.Count - found.Length;
    }

    /// <summary>Returns whether passages of a document have no vectors yet.</summary>
    public bool IsIncomplete(StoredTalk document) => incomplete.ContainsKey(document.Talk.Id);

    /// <summary>Takes the vectors of a document, all of whose passages are encoded now.</summary>
    public void Complete(StoredTalk document)
    {
        incomplete.Remove(document.Talk.Id, out var missing);
        Missing -= missing;
        vectors[document.Talk.Id] = [.. PassageTexts.Of(document).Select(PassageKey.Of).Select(Find).OfType<PassageVector>()];
    }

    /// <summary>Returns a copy of the vectors by document.</summary>
    public IReadOnlyDictionary<string, PassageVector[]> Snapshot() =>
        new Dictionary<string, PassageVector[]>(vectors, StringComparer.Ordinal);

    private PassageVector? Find(UInt128 key) => store.TryGet(key, out var vector) ? vector : null;
}
