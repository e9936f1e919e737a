using System.Text.Json;
using SearchNotes.Posts;
using SearchNotes.Talks;
using SearchNotes.Tests;
using SearchNotes.Tests.Talks.Labels;

namespace SearchNotes.Training;

/// <summary>Reads label sets and their posts: each repository is a corpus of its own, so its name is no part of a path.</summary>
internal static class LabelledData
{
    /// <summary>Reads a set. The file's name, or its folder's for one called <c>labels.json</c>, is that of the folder with its
    /// posts.</summary>
    internal static List<Example> Read(string labels, string data)
    {
        var name = Path.GetFileNameWithoutExtension(labels);
        if (name == "labels")
            name = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(labels))!); // A file lies in a folder.
        var posts = Path.Combine(data, name);
        using var document = JsonDocument.Parse(File.ReadAllText(labels));
        var examples = document.RootElement.ValueKind == JsonValueKind.Object ? Blogs(name, document, posts) : Posts(name, labels, posts);
        Console.Error.WriteLine($"{name}: {examples.Count} posts");
        return examples;
    }

    /// <summary>Reads what this repository holds itself: the corpus, and the examples of the specification. Both are invented; they teach
    /// and are not measured.</summary>
    internal static List<Example> ReadOwn()
    {
        var corpus = new Corpus(new CorpusOptions { Root = Path.Combine(Repository.Root, "corpus"), IncludeDrafts = true });
        var files = corpus.List().ToDictionary(f => f.Path);
        var own = LabelledPost.ReadOwn("corpus.json").Select(post => Example.Of(Own, post, corpus.Read(files[post.File])));
        var specs = Specification.Read().Select(spec => Example.Of(Own, spec.Labels, spec.Post));
        return [.. own.Concat(specs).OfType<Example>()];
    }

    // Of the posts about talks of a blog no more than so many count: those of a group that meets every month are alike.
    private const float MostTalks = 25;

    /// <summary>The set of what this repository holds itself.</summary>
    internal const string Own = "own";

    /// <summary>The set of posts taken as ordinary without being read.</summary>
    internal const string Ordinary = "ordinary";

    private static List<Example> Posts(string set, string labels, string posts)
    {
        var examples = new List<Example>();
        foreach (var repo in LabelledPost.Read(labels).Where(p => !p.File.StartsWith("seed/", StringComparison.Ordinal))
            .GroupBy(p => p.File.Split('/')[0]))
        {
            var root = Path.Combine(posts, repo.Key);
            if (!Directory.Exists(root))
                continue;
            var corpus = new Corpus(new CorpusOptions { Root = root, IncludeDrafts = true });
            var files = corpus.List().ToDictionary(f => f.Path);
            var shared = SharedFolders.Of([.. files.Keys]);
            foreach (var post in repo)
            {
                if (files.TryGetValue(post.File[(repo.Key.Length + 1)..], out var file)
                    && Example.Of(set, post, corpus.Read(file), shared.CountIn(file.Path)) is { } example)
                {
                    examples.Add(example);
                }
            }
        }

        return examples;
    }

    private static List<Example> Blogs(string set, JsonDocument document, string posts)
    {
        var examples = new List<Example>();
        foreach (var blog in document.RootElement.GetProperty("blogs").EnumerateArray())
        {
            var repo = blog.GetProperty("repo").GetString()!; // Every blog of the file has one.
            var root = Path.Combine(posts, repo.Replace("/", "__", StringComparison.Ordinal));
            if (!Directory.Exists(root))
                continue;
            var talks = Names(blog, "talks");
            var either = Names(blog, "either");
            var share = Math.Min(1, MostTalks / Math.Max(1, talks.Count));
            var under = blog.GetProperty("posts_under").EnumerateArray().Select(u => u.GetString()!.Trim('/')).ToList(); // Strings all.
            var corpus = new Corpus(new CorpusOptions { Root = root, IncludeDrafts = true });
            var files = corpus.List();
            var shared = SharedFolders.Of([.. files.Select(f => f.Path)]);
            foreach (var file in files.Where(f => under.Exists(u => u is "" or "." || f.Path.StartsWith(u + "/", StringComparison.Ordinal))))
            {
                var isTalk = talks.Contains(file.Path);
                if (Example.Of(set, repo, corpus.Read(file), shared.CountIn(file.Path),
                    (sbyte)(isTalk ? 1 : either.Contains(file.Path) ? -1 : 0), isTalk ? share : 1) is { } example)
                {
                    examples.Add(example);
                }
            }
        }

        return examples;
    }

    // Strings all.
    private static HashSet<string> Names(JsonElement blog, string key) =>
        [.. blog.GetProperty(key).EnumerateArray().Select(n => n.GetString()!)];
}
