namespace SearchNotes.Tests.Export;

/// <summary>A folder with a post, to which a test adds others.</summary>
internal sealed class SamplePostFolder : IDisposable
{
    public SamplePostFolder() => Write("first.md",
        "---\ntitle: Small Systems\ndate: 2020-02-02\n---\n\n# Ada Muster on Monads\n\nMonads are burritos.\n\n# Bo Blank on Queues\n\nQueues wait.\n");

    public string Root { get; } = Directory.CreateTempSubdirectory("searchnotes-posts-").FullName;

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Root, name), text);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
