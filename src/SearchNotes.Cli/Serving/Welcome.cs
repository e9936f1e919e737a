using SearchNotes.Api.Box;
using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Serving;

/// <summary>The message of <c>serve</c> after its start: the addresses, and the snippet for the blog.</summary>
/// <param name="screen">The screen to write to.</param>
internal sealed class Welcome(Screen screen)
{
    /// <summary>Writes the message.</summary>
    /// <param name="addresses">The addresses that the service listens on.</param>
    /// <param name="publicUrl">The public address of the service, if it is set.</param>
    /// <param name="counts">Whether the query log records opened hits.</param>
    public void Write(IReadOnlyList<string> addresses, string? publicUrl, bool counts)
    {
        var shown = (publicUrl ?? addresses[0]).TrimEnd('/');
        screen.Line(new StyledText()
            .Add("Serving on ").Add(string.Join(" and ", addresses), TextStyle.Location).Add("; stop with Ctrl+C."));
        screen.Line(new StyledText().Add("API: ").Add($"{shown}/docs", TextStyle.Location).Add("   Search box for your blog: ")
            .Add($"{shown}/docs/embed", TextStyle.Location));
        screen.Line();
        foreach (var line in SearchBox.Snippet(shown, counts).Split('\n'))
            screen.Line($"  {line}");
    }
}
