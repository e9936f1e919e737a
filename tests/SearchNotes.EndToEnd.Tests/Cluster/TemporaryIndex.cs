using SearchNotes.Posts;
using SearchNotes.Querying;

namespace SearchNotes.Tests.Cluster;

/// <summary>An index folder with a corpus, deleted in the end.</summary>
internal sealed class TemporaryIndex : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("searchnotes-index-").FullName;

    public TemporaryIndex(string corpus)
    {
        Engine = new EmbeddedEngine(folder);
        Engine.Reindexer(new Corpus(new CorpusOptions { Root = corpus }), TimeProvider.System).Run();
    }

    public EmbeddedEngine Engine { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
