using System.IO.Compression;
using SearchNotes.Benchmarks.Corpora;
using SearchNotes.Benchmarks.Table;

namespace SearchNotes.Benchmarks.Static;

/// <summary>Builds the sites that are measured.</summary>
internal static class StaticSites
{
    /// <summary>Builds the sites of a corpus, one after the other, and reports time and sizes.</summary>
    /// <param name="root">The folder of the sites, made anew.</param>
    /// <param name="corpus">The corpus.</param>
    /// <param name="cli">SearchNotes.</param>
    /// <param name="pagefind">Pagefind.</param>
    /// <param name="report">The report.</param>
    /// <param name="size">Number of talks, for the report.</param>
    public static IEnumerable<StaticEngine> Make(
        string root, CorpusFolder corpus, string cli, string pagefind, StaticReport report, int size)
    {
        yield return Ours(root, corpus.Posts, cli, report, size);
        yield return Pagefind(root, CorpusFolder.Read(corpus.Docs), pagefind, report, size);
    }

    /// <summary>Exports posts.</summary>
    public static StaticEngine Ours(string root, string posts, string cli, StaticReport report, int size)
    {
        var engine = StaticEngine.Ours(Empty(Path.Combine(root, "ours")));
        report.Built(size, engine.Name, Child.Run(cli, root, "export", "--corpus", posts, "--out", engine.Files).Seconds, Files(engine.Files));
        report.Kept(size, "pages", Files(engine.Files, IsPage));
        return Ready(engine);
    }

    /// <summary>Lets Pagefind index a page per talk.</summary>
    public static StaticEngine Pagefind(string root, IEnumerable<PreparedTalk> talks, string pagefind, StaticReport report, int size)
    {
        var engine = StaticEngine.Pagefind(Empty(Path.Combine(root, "pagefind")));
        Pages.Write(engine.Site, talks);
        report.Built(size, engine.Name, Child.Run(pagefind, root, "--site", engine.Site).Seconds, Files(engine.Files));
        return Ready(engine);
    }

    private static StaticEngine Ready(StaticEngine engine)
    {
        File.WriteAllText(Path.Combine(engine.Site, StaticEngine.PageName), engine.Page);
        return engine;
    }

    private static string Empty(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }

    private static bool IsPage(string path) => Path.GetExtension(path) is ".html" or ".atom" or ".xml" or ".css";

    private static FolderSize Files(string folder, Func<string, bool>? which = null)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(which ?? (_ => true)).ToArray();
        return new(files.Length, files.Sum(Sent), files.Sum(file => new FileInfo(file).Length));
    }

    /// <summary>Returns the size of a file as a server sends it: scripts, styles and JSON with gzip, what is compressed already as it
    /// is.</summary>
    private static long Sent(string file)
    {
        if (Path.GetExtension(file) is not (".js" or ".json" or ".css"))
            return new FileInfo(file).Length;
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return buffer.Length;
    }
}

/// <summary>Size of a folder.</summary>
/// <param name="Files">Number of files.</param>
/// <param name="Bytes">Total size as sent.</param>
/// <param name="Disk">Total size on disk.</param>
internal readonly record struct FolderSize(int Files, long Bytes, long Disk);
