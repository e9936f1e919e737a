using SearchNotes.Api.Box;
using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Serving;

/// <summary>What <c>serve</c> says when it listens: where to look, and what to paste into the blog.</summary>
/// <param name="screen">Where it goes.</param>
internal sealed class Welcome(Screen screen)
{
    /// <summary>Writes it.</summary>
    /// <param name="addresses">Where the service listens.</param>
    /// <param name="publicUrl">Where the world finds it, if somewhere else.</param>
    /// <param name="counts">Whether opened hits are reported to the query log.</param>
    public void Write(IReadOnlyList<string> addresses, string? publicUrl, bool counts)
    {
        var shown = (publicUrl ?? addresses[0]).TrimEnd('/');
        screen.Line(new StyledText().Add("Serving on ").Add(string.Join(" and ", addresses), TextStyle.Place).Add("; stop with Ctrl+C."));
        screen.Line(new StyledText().Add("API: ").Add($"{shown}/docs", TextStyle.Place).Add("   Search box for your blog: ")
            .Add($"{shown}/docs/embed", TextStyle.Place));
        screen.Line();
        foreach (var line in SearchBox.Snippet(shown, counts).Split('\n'))
            screen.Line($"  {line}");
    }
}
