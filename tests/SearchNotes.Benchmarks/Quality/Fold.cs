using System.Text;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>Divides queries into those for tuning and those for testing: by the blog of the first relevant talk, the first folder of its
/// path, so that no blog has a part in both. Queries without an answer are divided by their id.</summary>
internal static class Fold
{
    /// <summary>The fold that numbers may be chosen by.</summary>
    public const string Tuning = "tuning";

    /// <summary>The fold that figures are quoted from.</summary>
    public const string Test = "test";

    /// <summary>Returns the fold of a query.</summary>
    public static string Of(JudgedQuery query) =>
        Of(query.Relevant.Count == 0 ? query.Id : query.Relevant[0].Path.Split('/')[0].ToLowerInvariant());

    /// <summary>Returns the fold of a key. The hash is FNV-1a, the same on every machine.</summary>
    public static string Of(string key) => Hash(key) % 2 == 0 ? Tuning : Test;

    /// <summary>Returns a hash of a text that is the same on every machine.</summary>
    public static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ b) * 16777619u;
        return hash ^ (hash >> 15);
    }
}
