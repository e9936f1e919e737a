using System.Text.Json;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Talks;

namespace SearchNotes.Benchmarks.Corpora;

/// <summary>A talk as peers get it: found in its post, cut out and parsed for them.</summary>
internal sealed record PreparedTalk(string Id, string Title, IReadOnlyList<string> Speakers, IReadOnlyList<string> Topics, string Body)
{
    /// <summary>The speakers in one text.</summary>
    public string SpeakerText => string.Join(", ", Speakers);

    /// <summary>The tags in one text.</summary>
    public string TopicText => string.Join(", ", Topics);
}

/// <summary>A folder that holds a corpus for measuring: posts, and the same talks as lines of JSON.</summary>
internal sealed class CorpusFolder(string root)
{
    /// <summary>The posts.</summary>
    public string Posts => Path.Combine(root, "posts");

    /// <summary>The talks, one in each line.</summary>
    public string Docs => Path.Combine(root, "docs.jsonl");

    /// <summary>The queries that were made with it.</summary>
    public string Queries => Path.Combine(root, "queries.tsv");

    /// <summary>Whether it is complete.</summary>
    public bool IsComplete => Directory.Exists(Posts) && File.Exists(Docs) && File.Exists(MapFile);

    private string MapFile => Path.Combine(root, "map.jsonl");

    /// <summary>Makes a synthetic one up, unless it is there.</summary>
    public static CorpusFolder Synthetic(string root, int talks)
    {
        var folder = new CorpusFolder(root);
        if (!File.Exists(folder.Queries))
            SyntheticCorpus.Write(root, talks);
        return folder;
    }

    /// <summary>The talks of a file of prepared ones.</summary>
    public static IEnumerable<PreparedTalk> Read(string docs) => Lines<PreparedTalk>(docs);

    /// <summary>Which document of an index each prepared talk is. A talk that the splitter did not find has none, and so can never
    /// be found: what is lost there counts against us.</summary>
    public Dictionary<string, string> IdsIn(TalkSearcher searcher)
    {
        var posts = new Corpus(new CorpusOptions { Root = Posts }).List()
            .ToDictionary(file => file.Path, file => file.Id, StringComparer.Ordinal);
        var titles = Read(Docs).ToDictionary(talk => talk.Id, talk => talk.Title, StringComparer.Ordinal);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var post in Lines<Place>(MapFile).GroupBy(place => place.Post))
        {
            var found = searcher.DocumentsOfPost(posts[post.Key])
                .Where(stored => stored.Talk.Kind != TalkKind.Post || stored.Talk.Heading is not null)
                .Select(stored => (stored.Talk.Id, Letters: Letters($"{stored.Talk.Heading} {stored.Talk.Topic}"))).ToList();
            foreach (var place in post.OrderBy(place => place.N))
            {
                var title = Letters(titles[place.Id]);
                var at = found.FindIndex(talk => talk.Letters.Contains(title, StringComparison.Ordinal));
                if (at < 0)
                    continue;
                ids[place.Id] = found[at].Id;
                found.RemoveAt(at);
            }
        }

        return ids;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // No line is null.
    private static IEnumerable<T> Lines<T>(string file) =>
        File.ReadLines(file).Select(line => JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!);

    private sealed record Place(string Post, int N, string Id);
}
