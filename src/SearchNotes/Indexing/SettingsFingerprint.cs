using System.Security.Cryptography;
using System.Text;
using SearchNotes.Posts;

namespace SearchNotes.Indexing;

/// <summary>Fingerprint of everything except the posts that affects documents. When it changes, all posts are read again.</summary>
internal static class SettingsFingerprint
{
    /// <summary>Returns the fingerprint of a corpus's settings, its aliases, and this build of the program.</summary>
    public static string Of(Corpus corpus)
    {
        var options = corpus.Options;
        var text = new StringBuilder()
            .Append(typeof(SettingsFingerprint).Assembly.ManifestModule.ModuleVersionId).Append('\n')
            .Append(options.IncludeDrafts).Append('\n')
            .Append(options.MaxPostBytes).Append('\n')
            .Append(options.MaxFrontMatterCharacters).Append('\n')
            .Append(Write(options.Defaults)).Append('\n')
            .Append(corpus.BlogFingerprint).Append('\n')
            .Append(OfAliases(corpus, AliasesFile.Speakers)).Append('\n')
            .Append(OfAliases(corpus, AliasesFile.Events)).Append('\n');
        foreach (var rule in options.Synonyms)
            text.Append(rule).Append('\n');
        foreach (var rule in options.BestBets)
            text.Append(rule).Append('\n');
        foreach (var pattern in options.Folders.Keys.Order(StringComparer.Ordinal))
            text.Append(pattern).Append(' ').Append(Write(options.Folders[pattern])).Append('\n');

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    private static string OfAliases(Corpus corpus, AliasesFile aliases)
    {
        var file = corpus.ReadBeside(aliases.Name, AliasesFile.MaxBytes);
        return file.Bytes is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : file.Problem ?? "none";
    }

    private static string Write(FolderOptions options) => $"{options} {string.Join('|', options.Speakers ?? [])}";
}
