using System.Security.Cryptography;
using System.Text;
using SearchNotes.Querying;

namespace SearchNotes.Api.Hosting;

/// <summary>Identifies a version of the answers: the commit, its time, and the build of the program.</summary>
/// <param name="Generation">The number of the commit.</param>
/// <param name="Text">A short text of letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="BuiltAt">The time of the commit.</param>
internal sealed record IndexVersion(long Generation, string Text, DateTimeOffset BuiltAt)
{
    /// <summary>Returns the version of a searcher's answers. The number alone is not enough: a rebuilt index restarts its count, and a new
    /// build of the program may change the answers.</summary>
    public static IndexVersion Of(ITalkSearcher searcher)
    {
        var (generation, builtAt) = (searcher.Generation, searcher.BuiltAt);
        var program = typeof(IndexVersion).Assembly.ManifestModule.ModuleVersionId;
        return new IndexVersion(generation, Digest($"{program} {generation} {builtAt.UtcTicks}"), builtAt);
    }

    /// <summary>Returns the version of answers that also depend on a state of ranking by meaning.</summary>
    public IndexVersion With(long semanticVersion) => this with { Text = Digest($"{Text} {semanticVersion}") };

    /// <summary>Returns a digest of the text, twelve characters long.</summary>
    public static string Digest(string text) =>
        System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 9));
}
