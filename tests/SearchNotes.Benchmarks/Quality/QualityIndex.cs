using System.Text.Json;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Semantic;
using SearchNotes.Talks;
using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>Indexes the posts of a set of judged queries, split by SearchNotes or, where the set says where talks begin and end, as it
/// says. The latter measures ranking alone: the splitter has no part in it.</summary>
internal static class QualityIndex
{
    /// <summary>Runs a function over the index of a folder of posts.</summary>
    /// <param name="posts">Folder of the posts.</param>
    /// <param name="options">--units: see <see cref="Write"/>; --index: folder that keeps the index for the next run; --semantic: file of
    /// the model, to rank by meaning as well.</param>
    /// <param name="use">The function.</param>
    public static T Use<T>(string posts, IReadOnlyDictionary<string, string> options, Func<TalkSearcher, T> use)
    {
        var kept = options.GetValueOrDefault("--index");
        var folder = kept ?? Directory.CreateTempSubdirectory("searchnotes-quality-").FullName;
        try
        {
            if (!Directory.Exists(Path.Combine(folder, "current")))
                Write(posts, options.GetValueOrDefault("--units"), folder);
            using var semantic = options.TryGetValue("--semantic", out var model) ? SemanticIndex.Open(model, folder) : null;
            using var searcher = TalkSearcher.Open(folder, semantic);
            semantic?.Update(searcher.Documents(), CancellationToken.None);
            return use(searcher);
        }
        finally
        {
            if (kept is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Writes the index.</summary>
    /// <param name="posts">Folder of the posts.</param>
    /// <param name="units">File with the talks of the posts that hold several, by line; <see langword="null"/> to split by SearchNotes
    /// everywhere. A post that the file does not name is one document.</param>
    /// <param name="folder">Folder of the index.</param>
    private static void Write(string posts, string? units, string folder)
    {
        var corpus = new Corpus(new CorpusOptions { Root = posts, IncludeDrafts = true });
        if (units is null)
        {
            new Reindexer(corpus, folder, TimeProvider.System).Run(full: true);
            return;
        }

        using var stream = File.OpenRead(units);
        var given = JsonSerializer.Deserialize<UnitFile>(stream, JsonSerializerOptions.Web)!.Posts; // Null only for the JSON text "null".
        var index = new IndexFolder(folder);
        Directory.CreateDirectory(index.Current);
        using var writer = new TalkWriter(index, fromScratch: true);
        var count = 0;
        foreach (var file in corpus.List())
        {
            var post = corpus.Read(file);
            if (post.SkipReason is not null)
                continue;
            var talks = Documents(post, given.GetValueOrDefault(post.Path)).ConvertAll(talk => Reindexer.ToStored(post, talk));
            writer.Replace(file.Id, talks);
            count += talks.Count;
        }

        writer.Commit(new CommitRecord
        {
            Schema = Schema.Version,
            Lineage = "quality",
            Settings = "",
            Corpus = "",
            Manifest = "",
            Posts = 0,
            Talks = count,
            Documents = count,
            CodeBlocks = 0,
            BuiltAt = TimeProvider.System.GetUtcNow(),
        });
    }

    private static List<Talk> Documents(Post post, List<UnitOfPost>? units)
    {
        var lines = new PostLines(post);
        var outline = Outline.Of(post, MarkdownBlocks.Read(lines.Body, post.BodyLine) ?? lines.AsPlainBlocks());
        var maker = new TalkMaker(outline, lines, SpeakerAliases.None);
        var talks = maker.Talks([.. (units ?? []).Select(unit => Start(unit, outline))]);
        return maker.Rest(talks) is { } rest ? [rest, .. talks] : [.. talks];
    }

    private static TalkStart Start(UnitOfPost unit, Outline outline) => new()
    {
        FirstLine = unit.FirstLine,
        LastLine = unit.LastLine,
        Heading = outline.Headings.FirstOrDefault(h => h.Block.FirstLine == unit.FirstLine),
        Topic = unit.Heading is { Length: > 0 } heading ? heading : unit.Alt.FirstOrDefault(""),
        Names = [.. unit.Speakers.Select(name => new SpeakerName(name, null, default))],
        Why = "given",
    };

    private sealed record UnitFile(Dictionary<string, List<UnitOfPost>> Posts);

    private sealed record UnitOfPost(
        string? Heading, IReadOnlyList<string> Alt, IReadOnlyList<string> Speakers,
        [property: System.Text.Json.Serialization.JsonPropertyName("first_line")] int FirstLine,
        [property: System.Text.Json.Serialization.JsonPropertyName("last_line")] int LastLine);
}
