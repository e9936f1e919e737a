using System.Text;
using SearchNotes.Posts;

namespace SearchNotes.Tests.Posts;

/// <summary>A temporary corpus folder, deleted after the test.</summary>
internal sealed class CorpusFolder : IDisposable
{
    private static readonly string[] AnyLine = ["Text."];

    internal string Root { get; } = Directory.CreateTempSubdirectory("searchnotes-").FullName;

    internal CorpusFolder With(string path, params string[] lines) =>
        With(path, Encoding.UTF8.GetBytes(string.Join('\n', lines.Length == 0 ? AnyLine : lines)));

    internal CorpusFolder With(string path, byte[] bytes)
    {
        var file = Path.Join(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return this;
    }

    internal CorpusFolder WithLink(string path, string target)
    {
        File.CreateSymbolicLink(Path.Join(Root, path), target);
        return this;
    }

    internal Corpus Open(Func<CorpusOptions, CorpusOptions>? change = null)
    {
        var options = new CorpusOptions { Root = Root };
        return new Corpus(change is null ? options : change(options));
    }

    internal string[] Paths() => [.. Open().List().Select(file => file.Path)];

    internal string[] Ids() => [.. Open().List().Select(file => file.Id)];

    /// <summary>Reads the post at the path, or the only post.</summary>
    internal Post Read(string? path = null, Func<CorpusOptions, CorpusOptions>? change = null)
    {
        var corpus = Open(change);
        return corpus.Read(corpus.List().Single(file => path is null || file.Path == path));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
