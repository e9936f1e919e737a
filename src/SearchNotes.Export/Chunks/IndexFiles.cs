using System.Text.Encodings.Web;
using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>The index files of an export, and the entry that names them. See <c>docs/static-format.md</c>.</summary>
/// <param name="Files">The files.</param>
/// <param name="Entry">Returns the entry for a generation and the path of its list of files.</param>
internal sealed record IndexFiles(IReadOnlyList<ExportedFile> Files, Func<string, string, byte[]> Entry)
{
    /// <summary>Version of the format. The engine refuses another one.</summary>
    private const int Format = 3;

    /// <summary>Number of names of fragments in the entry. In a larger index several fragments share a name.</summary>
    private const int MostFragmentNames = 1_000;

    /// <summary>Number of talks in a fragment of a large index, a power of two. Together they compress better; a hit loads all of
    /// them.</summary>
    private const int MostTogether = 16;

    /// <summary>Minimum number of fragments, if there are as many documents.</summary>
    private const int LeastFragments = 100;

    // Letters stay readable: the entry is JSON in a file, never part of a page.
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Makes the index files.</summary>
    /// <param name="contents">The contents of the index.</param>
    /// <param name="scripts">The scripts that read the index.</param>
    /// <param name="ownPage">Returns where a hit leads that has no page on the blog; <see langword="null"/> for other hits.</param>
    /// <param name="addressOf">Returns where a name of a facet leads, relative to the output folder.</param>
    public static IndexFiles Make(
        IndexContents contents, EngineFiles scripts, Func<StoredTalk, string?> ownPage, Func<Facet, string, string> addressOf)
    {
        StablePositions.Set(contents.Words);
        var chunks = new ChunkNames();
        var together = Together(contents.Talks.Count);
        var perName = (contents.Talks.Count + MostFragmentNames - 1) / MostFragmentNames;
        var group = Math.Max(1, (perName + together - 1) / together) * together;
        var shared = SharedText.Of(contents.Talks);
        var blocks = WordBlocks.Make(contents, addressOf);
        var entry = new Dictionary<string, object>
        {
            ["format"] = Format,
            ["generation"] = "",
            ["files"] = "",
            ["engine"] = scripts.Engine.Path,
            ["answers"] = scripts.Answers.Path,
            ["rare"] = scripts.Rare.Path,
            ["documents"] = contents.Talks.Count,
            ["lengths"] = chunks.Add(new Chunk(".d", DocumentTables.Lengths(contents))),
            ["values"] = chunks.Add(new Chunk(".v", DocumentTables.Values(contents))),
            ["tables"] = chunks.Add(new Chunk(".j", PlainJson.Write(EngineTables.Words(contents), Readable))),
            ["words"] = string.Concat(blocks.Select(block => chunks.Add(block.Chunks()))),
            ["firstWords"] = FirstWords(blocks),
            ["frequent"] = blocks.Index().Where(block => block.Item.Count == 1).Select(block => block.Index).ToArray(),
            ["byFirst"] = Lists(chunks, VocabularyLists.Make(contents.Words)),
            ["firstLetters"] = string.Concat(FirstLetters.Make(contents.Words).Select(list => chunks.Add(list))),
            ["shared"] = shared.Length > 0 ? chunks.Add(new Chunk(".t", shared)) : "",
            ["fragments"] = string.Concat(contents.Talks.Chunk(group).Select(talks => chunks.Add(shared, [.. talks.Chunk(together)
                .Select((some, i) => new Chunk($".{i}", TalkFragment.Write(some.Select(talk => (talk, ownPage(talk))))))]))),
            ["together"] = together,
            ["talk"] = TalkFragment.Keys,
            ["group"] = group,
            ["fields"] = EngineTables.Fields(contents),
            ["tiers"] = EngineTables.Tiers(),
            ["numbers"] = EngineTables.Numbers(),
            ["syntax"] = EngineTables.Syntax(),
            ["bestBets"] = BestBets(contents, ownPage),
            ["kindWords"] = EngineTables.KindWordsOf(contents),
            ["folding"] = FoldingTable.Of(contents.Words),
        };
        return new([.. chunks.Files], (generation, list) =>
        {
            entry["generation"] = generation;
            entry["files"] = list;
            return PlainJson.Write(entry, Readable);
        });
    }

    /// <summary>Returns the number of talks in a fragment. A power of two, so that it rarely changes as a blog grows.</summary>
    private static int Together(int documents)
    {
        var together = 1;
        while (together < MostTogether && documents >= 2 * together * LeastFragments)
            together *= 2;
        return together;
    }

    /// <summary>Returns by the words of each query what is recommended for it, in the form of the API, with the exported page of a
    /// talk.</summary>
    private static SortedDictionary<string, object> BestBets(IndexContents contents, Func<StoredTalk, string?> ownPage)
    {
        var found = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (words, bets) in contents.BestBets.Where(bets => bets.Value.Count > 0))
        {
            found[words] = bets.Select(bet => new Dictionary<string, object?>
            {
                ["title"] = bet.Title,
                ["url"] = bet.Url,
                ["own"] = bet is { Url: null, Talk: { } talk } ? ownPage(talk) : null,
                ["talk_id"] = bet.Talk?.Talk.Id,
            }).ToArray();
        }

        return found;
    }

    /// <summary>Returns for each block the shortest text that sorts after the block before and not after its own words.</summary>
    private static string[] FirstWords(IReadOnlyList<WordBlock> blocks)
    {
        var texts = new string[blocks.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            var first = blocks[i].First;
            var shared = i == 0 ? 0 : first.AsSpan().CommonPrefixLength(blocks[i - 1].Last);
            var length = Math.Min(shared + 1, first.Length);
            texts[i] = char.IsHighSurrogate(first[length - 1]) ? first[..(length + 1)] : first[..length];
        }

        return texts;
    }

    private static object[] Lists(ChunkNames chunks, IReadOnlyList<(char First, Chunk Chunk)> lists) =>
        [string.Concat(lists.Select(list => list.First)), string.Concat(lists.Select(list => chunks.Add(list.Chunk)))];
}
