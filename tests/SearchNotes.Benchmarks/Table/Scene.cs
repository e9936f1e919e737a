using SearchNotes.Benchmarks.Corpora;

namespace SearchNotes.Benchmarks.Table;

/// <summary>What every measurement needs: programs, corpus, and a folder to work in.</summary>
/// <param name="Programs">The programs.</param>
/// <param name="Corpus">The corpus; nothing in it is changed.</param>
/// <param name="CorpusRoot">Its folder.</param>
/// <param name="Queries">The file of queries.</param>
/// <param name="Work">The folder to work in.</param>
internal sealed record Scene(Programs Programs, CorpusFolder Corpus, string CorpusRoot, string Queries, string Work)
{
    /// <summary>A copy of the posts, of which one is changed.</summary>
    public string Posts => Path.Combine(Work, "posts");

    /// <summary>Our index.</summary>
    public string Index => Path.Combine(Work, "index");

    /// <summary>Where an engine of this program keeps its index.</summary>
    public string IndexOf(string engine) => engine == "ours" ? Index : Path.Combine(Work, engine);

    /// <summary>Arguments that every command of ours gets.</summary>
    public IReadOnlyList<string> Folders => ["--corpus", Posts, "--index", Index];

    /// <summary>Copies the posts. They get an old date: what was written this moment is read once more by the next run, which
    /// is no example of a run with nothing changed.</summary>
    public void CopyPosts()
    {
        if (Directory.Exists(Work))
            Directory.Delete(Work, recursive: true);
        Directory.CreateDirectory(Posts);
        foreach (var post in Directory.EnumerateFiles(Corpus.Posts))
        {
            var copy = Path.Combine(Posts, Path.GetFileName(post));
            File.Copy(post, copy);
            Age(copy);
        }
    }

    /// <summary>Gives a file an old date.</summary>
    public static void Age(string file) => File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
}
