namespace SearchNotes.Posts;

/// <summary>Text files that are part of the program: tables of letters and names, word lists.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of such a file, read one after the other.</summary>
    /// <param name="name">The file's logical name in the project file.</param>
    /// <exception cref="InvalidOperationException">The program was built without the file.</exception>
    internal static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
