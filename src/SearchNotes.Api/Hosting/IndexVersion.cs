using System.Security.Cryptography;
using System.Text;
using SearchNotes.Querying;

namespace SearchNotes.Api.Hosting;

/// <summary>Tells one state of the answers from every other: commit, its time, and the program that shapes the answers.</summary>
/// <param name="Generation">Number of the commit.</param>
/// <param name="Text">Short, only letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="BuiltAt">When the commit was made.</param>
internal sealed record IndexVersion(long Generation, string Text, DateTimeOffset BuiltAt)
{
    /// <summary>A rebuilt index begins to count anew and an update shapes answers anew: the number alone would not do.</summary>
    public static IndexVersion Of(TalkSearcher searcher)
    {
        var (generation, builtAt) = (searcher.Generation, searcher.BuiltAt);
        var program = typeof(IndexVersion).Assembly.ManifestModule.ModuleVersionId;
        return new IndexVersion(generation, Digest($"{program} {generation} {builtAt.UtcTicks}"), builtAt);
    }

    /// <summary>Twelve characters that stand for a text.</summary>
    public static string Digest(string text) =>
        System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 9));
}
