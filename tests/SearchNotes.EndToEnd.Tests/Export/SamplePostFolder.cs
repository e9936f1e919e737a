namespace SearchNotes.Tests.Export;

/// <summary>A folder with a post, to which a test adds others.</summary>
internal sealed class SamplePostFolder : IDisposable
{
    public SamplePostFolder() => Write("first.md", """
        ---
        title: Small Systems
        date: 2020-02-02
        ---

        # Ada Muster on Monads

        Monads are burritos.

        # Bo Blank on Queues

        Queues wait.

        """);

    public string Root { get; } = Directory.CreateTempSubdirectory("searchnotes-posts-").FullName;

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Root, name), text);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
