using Spectre.Console;

namespace SearchNotes.Cli.Screens;

/// <summary>The few styles there are. Only the sixteen colours that every terminal theme chooses itself.</summary>
internal static class Styles
{
    /// <summary>What is looked for first: a topic, a file.</summary>
    public static readonly Style Title = new(decoration: Decoration.Bold);

    /// <summary>A word that the query matched.</summary>
    public static readonly Style Match = new(Color.Olive, decoration: Decoration.Bold);

    /// <summary>A place to open: a file or an address.</summary>
    public static readonly Style Place = new(Color.Teal);

    /// <summary>What is there for those who ask.</summary>
    public static readonly Style Aside = new(decoration: Decoration.Dim);

    /// <summary>Something to look at.</summary>
    public static readonly Style Warning = new(Color.Olive);

    /// <summary>Something that failed.</summary>
    public static readonly Style Error = new(Color.Maroon, decoration: Decoration.Bold);
}
