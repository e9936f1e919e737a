using System.Text.RegularExpressions;
using SearchNotes.Posts;
using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks;

/// <summary>Finds links of a post that lead nowhere: badly written addresses, missing files, headings that are not on the page.</summary>
/// <remarks>Looks at the text and the corpus folder only: no address is fetched.</remarks>
internal static partial class LinkCheck
{
    private static readonly string[] PostEndings = [".md", ".markdown", ".mdown", ".mkd"];

    // An address that ends at a space before a word, or at the end of its line; a title in quotes may follow.
    [GeneratedRegex(@"\]\((?<address>https?://[^\s)>]*)(\s+[^\s""'()]|\s*$)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Unclosed { get; }

    [GeneratedRegex(@"(^|[\s(])!?\[[^\]\[]+\]\[(?<name>[^\]\[]+)\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex References { get; }

    [GeneratedRegex("(`+)[^`]*`+", RegexOptions.NonBacktracking)]
    private static partial Regex InlineCode { get; }

    /// <summary>The warnings for a post, by line.</summary>
    /// <param name="split">The post, with its blocks and the ids of its headings; without blocks there are no warnings.</param>
    /// <param name="root">The corpus folder; files outside of it are not looked for.</param>
    public static IReadOnlyList<Warning> Find(SplitPost split, string root)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(root);
        if (split.Blocks is not { } blocks)
            return [];
        var lines = new PostLines(split.Post);
        var page = new Page(split, Path.GetFullPath(root));
        return [.. blocks.Where(block => block.Kind != BlockKind.Code).SelectMany(block => page.Read(block, lines)).Distinct()
            .OrderBy(warning => warning.Line)];
    }

    /// <summary>Targets that a link of the page can lead to.</summary>
    private sealed class Page(SplitPost split, string root)
    {
        private readonly string folder = Path.GetDirectoryName(Path.Combine(root, split.Post.Path)) ?? root;
        private readonly HashSet<string> ids =
            [.. split.Documents.SelectMany(talk => talk.Sections.Select(section => section.Anchor).Append(talk.Anchor)).OfType<string>()];

        internal IEnumerable<Warning> Read(Block block, PostLines lines)
        {
            foreach (var span in block.Spans)
            {
                if (span.Target is { } target && Problem(target) is { } problem)
                    yield return new Warning(LineOf(target, block, lines), $"The link \"{Short(target)}\" {problem}.");
            }

            for (var line = block.FirstLine; line <= block.LastLine; line++)
            {
                foreach (var problem in Unfinished(InlineCode.Replace(lines.Line(line), "")))
                    yield return new Warning(line, problem);
            }
        }

        private string? Problem(string target)
        {
            if (LinkAddress.Problem(target) is { } problem)
                return problem;
            if (target.StartsWith('#'))
                return HasId(target[1..]) ? null : "leads to no heading of this page";
            return LinkAddress.IsMadeByTemplate(target) || IsElsewhere(target) || HasFile(target)
                ? null : "leads to a file that is not there";
        }

        // Without the engine's rule no id is known; ids written as HTML are in no outline.
        private bool HasId(string id)
        {
            id = Uri.UnescapeDataString(id);
            if (ids.Count == 0 || id is "" or "top" or ['f', 'n', ..])
                return true;
            string[] written = [$"\"{id}\"", $"'{id}'", $"#{id}}}"];
            return ids.Contains(id) || Array.Exists(written, text => split.Post.Text.Contains(text, StringComparison.Ordinal));
        }

        private static bool IsElsewhere(string target) => target[0] is '/' or '?' || target.AsSpan().IndexOfAny(":\\") >= 0;

        // Pictures are often kept elsewhere by the generator; a missing one is told of only where their folder is here.
        private bool HasFile(string target)
        {
            var end = target.AsSpan().IndexOfAny("?#");
            var path = Path.GetFullPath(
                Path.Combine(folder, Uri.UnescapeDataString(end < 0 ? target : target[..end]).Replace("\0", "", StringComparison.Ordinal)));
            var ending = Path.GetExtension(path).ToLowerInvariant();
            if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || ending.Length is < 3 or > 9
                || ending is ".html" or ".htm" or ".php" or ".xml")
            {
                return true;
            }
            return File.Exists(path) || (!PostEndings.Contains(ending) && !Directory.Exists(Path.GetDirectoryName(path)));
        }

        private IEnumerable<string> Unfinished(string line)
        {
            foreach (var address in Unclosed.Matches(line).Select(match => match.Groups["address"].Value)
                .Where(address => !LinkAddress.IsMadeByTemplate(address)))
            {
                yield return $"The link \"{Short(address)}\" is not closed, so its text is shown without it.";
            }

            foreach (var name in References.Matches(line).Select(match => match.Groups["name"].Value))
            {
                if (!split.Post.Text.Contains($"[{name}]:", StringComparison.OrdinalIgnoreCase))
                    yield return $"The link \"[{Short(name)}]\" has no address: the post defines no [{Short(name)}].";
            }
        }

        private static int LineOf(string target, Block block, PostLines lines)
        {
            for (var line = block.FirstLine; line <= block.LastLine; line++)
            {
                if (lines.Line(line).Contains(target, StringComparison.Ordinal))
                    return line;
            }

            return block.FirstLine;
        }
    }

    private static string Short(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");
}
