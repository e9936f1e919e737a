using System.Globalization;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>Types the words of topics letter by letter and counts the words during which the talk leaves the first ten hits once it was
/// there: <c>holes POSTS</c>.</summary>
internal static class TypingHoles
{
    private const int MinLetters = 4;
    private const int Depth = 10;

    /// <summary>Runs the command and prints the share.</summary>
    /// <param name="posts">Folder of the posts.</param>
    /// <param name="options">--index, --units, --words (maximum number of words), --show.</param>
    public static void Run(string posts, IReadOnlyDictionary<string, string> options)
    {
        var (words, holes) = QualityIndex.Use(posts, options, searcher =>
        {
            var words = Words(searcher).ToList();
            if (options.TryGetValue("--words", out var limit))
                words = [.. words.OrderBy(w => Fold.Hash(w.Id + w.Word)).Take(int.Parse(limit, CultureInfo.InvariantCulture))];
            return (words, words.AsParallel().Select(w => (w.Word, w.Id, At: Hole(searcher, w.Id, w.Word))).Where(w => w.At is not null)
                .ToList());
        });
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{holes.Count} of {words.Count} words have a hole: {100.0 * holes.Count / words.Count:0.0} %"));
        if (options.ContainsKey("--show"))
        {
            foreach (var (word, id, at) in holes)
                Console.Out.WriteLine($"{word}: {at}  ({id})");
        }
    }

    /// <summary>Returns the text at which the talk left the first ten hits, or <see langword="null"/>.</summary>
    private static string? Hole(TalkSearcher searcher, string id, string word)
    {
        var wasThere = false;
        for (var length = 1; length <= word.Length; length++)
        {
            var hits = searcher.Search(
                new SearchRequest { Query = word[..length], PerPage = Depth, Facets = [], Budget = TimeSpan.FromMinutes(1) }).Hits;
            var isThere = hits.Any(hit => hit.Talk.Talk.Id == id);
            if (wasThere && !isThere)
                return word[..length];
            wasThere |= isThere;
        }

        return null;
    }

    private static IEnumerable<(string Id, string Word)> Words(TalkSearcher searcher)
    {
        var tokenizer = new TextTokens();
        var tokens = new List<Token>();
        foreach (var talk in Documents.Of(searcher))
        {
            tokenizer.Read(talk.Talk.Topic, isCode: false, [], tokens);
            foreach (var word in tokens.Where(t => t.End - t.Start >= MinLetters).Select(t => talk.Talk.Topic[t.Start..t.End])
                .Where(word => !word.Any(char.IsWhiteSpace)).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                yield return (talk.Talk.Id, word);
            }
        }
    }
}
