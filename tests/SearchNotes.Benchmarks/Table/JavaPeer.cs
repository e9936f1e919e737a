using SearchNotes.Benchmarks.Corpora;

namespace SearchNotes.Benchmarks.Table;

/// <summary>Lucene for Java as Debian packages it, with <c>JavaLucene.java</c>.</summary>
/// <param name="java">The Java program.</param>
/// <param name="classPath">The compiled class and Lucene's archives.</param>
internal sealed class JavaPeer(string java, string classPath)
{
    private const string Archives = "/usr/share/java";

    private static readonly string[] Modules = ["core", "analyzers-common", "highlighter", "memory", "queries"];

    /// <summary>Compiles the class; <see langword="null"/> when Lucene is not installed.</summary>
    public static JavaPeer? Prepare(string java, string compiler, string folder)
    {
        string?[] jars = [.. Modules.Select(module => Directory.Exists(Archives)
            ? Directory.EnumerateFiles(Archives, $"lucene-{module}-8.*.jar").Max(StringComparer.Ordinal) : null)];
        if (jars.Contains(null))
            return null;
        var classPath = string.Join(Path.PathSeparator, [Directory.CreateDirectory(folder).FullName, .. jars]);
        Child.Run(compiler, folder, "-cp", classPath, "-d", folder, Path.Combine(AppContext.BaseDirectory, "JavaLucene.java"));
        return new JavaPeer(java, classPath);
    }

    /// <summary>Indexes the prepared talks with two threads.</summary>
    public Cost Fill(Scene scene)
    {
        var talks = Path.Combine(scene.Work, "talks.tsv");
        if (!File.Exists(talks))
            File.WriteAllLines(talks, CorpusFolder.Read(scene.Corpus.Docs).Select(Line));
        return Child.Run(java, scene.Work, "-cp", classPath, "JavaLucene", "fill", talks, scene.IndexOf("java"), "2");
    }

    /// <summary>Starts asking all queries; it prints the figures as JSON.</summary>
    public Child StartQueries(Scene scene, int passes) =>
        Child.Start(java, scene.Work, "-cp", classPath, "JavaLucene", "query", scene.IndexOf("java"), scene.Queries, $"{passes}");

    private static string Line(PreparedTalk talk) => string.Join('\t',
        new[] { talk.Id, talk.Title, talk.SpeakerText, talk.TopicText, talk.Body }
            .Select(value => value.ReplaceLineEndings(" ").Replace('\t', ' ')));
}
