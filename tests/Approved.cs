using System.Runtime.CompilerServices;
using Xunit;

namespace SearchNotes.Tests;

/// <summary>
/// Golden files: a text must equal <c>Class.Method.approved.txt</c> beside the test. A difference leaves
/// <c>….received.txt</c> there; when the new text is right, after reading it, rename that file, or run the
/// tests with <c>SEARCHNOTES_RENEW_GOLDEN=1</c> and read the difference before committing it.
/// </summary>
public static class Approved
{
    /// <summary>Whether golden files are written instead of compared.</summary>
    public static bool Renews => Environment.GetEnvironmentVariable("SEARCHNOTES_RENEW_GOLDEN") == "1";

    /// <summary>Compares a text with its golden file.</summary>
    /// <param name="received">The text.</param>
    /// <param name="difference">Says what differs between the golden text and this one; by default the whole text is shown.</param>
    /// <param name="testFile">Where the test stands.</param>
    /// <param name="test">Its name.</param>
    public static void Matches(string received, Func<string, string, string>? difference = null, [CallerFilePath] string testFile = "",
        [CallerMemberName] string test = "")
    {
        var name = Path.Combine(Path.GetDirectoryName(testFile)!, $"{Path.GetFileNameWithoutExtension(testFile)}.{test}");
        var text = string.Join('\n', received.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n') + "\n";
        var approved = File.Exists($"{name}.approved.txt") ? File.ReadAllText($"{name}.approved.txt").ReplaceLineEndings("\n") : "";
        if (text != approved && Renews)
            File.WriteAllText($"{name}.approved.txt", approved = text);
        if (text == approved)
        {
            File.Delete($"{name}.received.txt");
            return;
        }

        File.WriteAllText($"{name}.received.txt", text);
        Assert.Fail(
            $"The text differs from the golden file; compare\n  {name}.approved.txt\n  {name}.received.txt\nor run again with SEARCHNOTES_RENEW_GOLDEN=1 and read what git diff shows.\n\n{difference?.Invoke(approved, text) ?? text}");
    }
}
