using System.Text.RegularExpressions;

namespace SearchNotes.Tests.Release;

/// <summary>The configurations that <c>docs/deploy.md</c> prints.</summary>
internal static partial class DeployGuide
{
    private static readonly string Text =
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "deploy.md")).ReplaceLineEndings("\n");

    /// <summary>Returns the blocks in a language, in order.</summary>
    public static IReadOnlyList<string> Blocks(string language) =>
        [.. Block().Matches(Text).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["text"].Value)];

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Block();
}
