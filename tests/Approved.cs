using System.Runtime.CompilerServices;
using Xunit;

namespace SearchNotes.Tests;

/// <summary>
/// Golden files: a text must equal <c>Class.Method.approved.txt</c> beside the test. A difference leaves
/// <c>….received.txt</c> there; when the new text is right, after reading it, rename that file.
/// </summary>
public static class Approved
{
    /// <summary>Compares a text with its golden file.</summary>
    public static void Matches(string received, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        var name = Path.Combine(Path.GetDirectoryName(testFile)!, $"{Path.GetFileNameWithoutExtension(testFile)}.{test}");
        var text = string.Join('\n', received.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n') + "\n";
        var approved = File.Exists($"{name}.approved.txt") ? File.ReadAllText($"{name}.approved.txt").ReplaceLineEndings("\n") : "";
        if (text == approved)
        {
            File.Delete($"{name}.received.txt");
            return;
        }

        File.WriteAllText($"{name}.received.txt", text);
        Assert.Fail($"The text differs from the golden file; compare\n  {name}.approved.txt\n  {name}.received.txt\n\n{text}");
    }
}
