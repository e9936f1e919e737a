using System.Globalization;
using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Checking;

/// <summary>Writes what <c>check</c> found in a blog: how many talks, in which folders, what is worth a look, and how links are
/// made.</summary>
/// <param name="screen">The screen to write to.</param>
internal sealed class CheckSummary(Screen screen)
{
    /// <summary>Talks with a lower confidence are reported as unsure.</summary>
    internal const double Doubtful = 0.6;

    /// <summary>Minimum number of posts for which the summary lists posts with warnings. In a shorter report they are easy to
    /// see.</summary>
    private const int LongReport = 12;

    /// <summary>Maximum number of posts, or folders, in a list.</summary>
    private const int MaxListed = 20;

    private static readonly string[] DraftWords = ["draft", "published", "status"];

    private static string DoubtfulShare => Share(Doubtful);

    /// <summary>Writes the summary.</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="remarks">Sentences about the whole corpus, such as files that are not read.</param>
    public void Write(IReadOnlyList<CheckedPost> posts, IReadOnlyList<string> remarks)
    {
        screen.Line(Totals(posts), TextStyle.Title);
        foreach (var line in Links(posts))
            screen.Line(line, TextStyle.Secondary);
        if (AreDrafts(posts.Where(post => post.IsPost)))
            screen.Line("All posts are drafts; --drafts takes them.", TextStyle.Secondary);
        foreach (var remark in remarks)
            screen.Line(Printable.Line(remark), TextStyle.Secondary);
        if (posts.Count < 2)
            return;
        WriteFolders([.. posts.Where(post => post.IsPost)]);
        WriteDoubts([.. posts.Where(post => Doubts(post, posts.Count >= LongReport).Length > 0)], posts.Count >= LongReport);
    }

    private static bool AreDrafts(IEnumerable<CheckedPost> posts) => posts.Any() && posts.All(post => IsDraft(post.LeftOut));

    private static bool IsDraft(string? leftOut) =>
        leftOut is not null && DraftWords.Any(word => leftOut.Contains(word, StringComparison.OrdinalIgnoreCase));

    // One folder says nothing that the totals do not say.
    private void WriteFolders(List<CheckedPost> posts)
    {
        var folders = posts.GroupBy(post => post.Path.Contains('/', StringComparison.Ordinal)
            ? post.Path[..post.Path.LastIndexOf('/')] : "").ToList();
        var withTalks = folders.Where(folder => folder.Any(post => post.Talks.Count > 0))
            .OrderByDescending(folder => folder.Sum(post => post.Talks.Count)).ThenBy(folder => folder.Key, StringComparer.Ordinal)
            .ToList();
        if (folders.Count < 2 || withTalks.Count == 0)
            return;
        screen.Line();
        screen.Line("Where the talks are:", TextStyle.Title);
        foreach (var folder in withTalks.Take(MaxListed))
        {
            screen.Line(new StyledText().Add(Printable.Line(folder.Key.Length == 0 ? "." : folder.Key), TextStyle.Location)
                .Add($"  {Count.Of(folder.Sum(post => post.Talks.Count), "talk")} in {folder.Count(post => post.Talks.Count > 0)} of "
                    + Count.Of(folder.Count(), "post"), TextStyle.Secondary), indent: 2);
        }
        if (withTalks.Count > MaxListed)
        {
            screen.Line(new StyledText().Add($"and in {Count.Of(withTalks.Count - MaxListed, "more folder")}", TextStyle.Secondary),
                indent: 2);
        }
    }

    private void WriteDoubts(List<CheckedPost> posts, bool countsWarnings)
    {
        if (posts.Count == 0)
            return;
        screen.Line();
        screen.Line($"Worth a look (unsure: less than {DoubtfulShare}):", TextStyle.Title);
        foreach (var post in posts.Take(MaxListed))
        {
            screen.Line(new StyledText().Add(Printable.Line(post.Path), TextStyle.Location)
                .Add($"  {Doubts(post, countsWarnings)}", TextStyle.Secondary), indent: 2);
        }
        if (posts.Count > MaxListed)
        {
            screen.Line(new StyledText()
                .Add($"and {Count.Of(posts.Count - MaxListed, "more post")}; \"searchnotes check PATH\" shows one post",
                    TextStyle.Secondary),
                indent: 2);
        }
    }

    private static string Doubts(CheckedPost post, bool countsWarnings)
    {
        var doubtful = post.Talks.Count(talk => talk.Confidence < Doubtful);
        List<string> doubts = [];
        if (countsWarnings && post.Warnings.Count > 0)
            doubts.Add(Count.Of(post.Warnings.Count, "warning"));
        if (doubtful > 0)
            doubts.Add($"{Count.Of(doubtful)} unsure");
        if (post.Unsure is { } unsure)
            doubts.Add($"may tell of talks ({Share(unsure.Chance)}); if it does, write \"{unsure.FrontMatter}\" in its front matter");
        return string.Join(", ", doubts);
    }

    private static string Totals(IReadOnlyList<CheckedPost> posts)
    {
        var warnings = posts.Sum(post => post.Warnings.Count);
        posts = [.. posts.Where(post => post.IsPost)];
        var talks = posts.Sum(post => post.Talks.Count);
        var leftOut = posts.Count(post => post.LeftOut is not null);
        var withTalks = posts.Count(post => post.Talks.Count > 0);
        var doubtful = posts.Sum(post => post.Talks.Count(talk => talk.Confidence < Doubtful));
        return $"{Count.Of(posts.Count, "post")}: {Count.Of(talks, "talk")} in {Count.Of(withTalks, "post")}, "
            + $"{Count.Of(posts.Count - withTalks - leftOut, "ordinary post")}, {leftOut} left out; "
            + (doubtful > 0 ? $"{Count.Of(doubtful, "talk")} less than {DoubtfulShare} sure; " : "")
            + $"{Count.Of(warnings, "warning")}.";
    }

    private static string Share(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);

    /// <summary>Returns how links to the posts are generated, with an example to try in a browser.</summary>
    private static IEnumerable<string> Links(IReadOnlyList<CheckedPost> posts) =>
        from post in posts
        where post.LeftOut is null
        group post by post.Url is null ? (AnchorStyle?)null : post.Anchors into style
        select style.Key is null ? $"Links: unknown for {Count.Of(style.Count(), "post")}; set site_url and permalink in searchnotes.json."
            : $"Links: {Anchors(style.Key.Value)} for {Count.Of(style.Count(), "post")}, such as {Example(style)}";

    private static string Anchors(AnchorStyle style) => style == AnchorStyle.Unknown
        ? "pages without heading ids"
        : $"heading ids of {SettingKeys.AnchorNames.First(word => word.Value == style).Key}";

    private static string Example(IEnumerable<CheckedPost> posts)
    {
        var post = posts.FirstOrDefault(post => post.Talks.Any(talk => talk.Anchor is not null)) ?? posts.First();
        var anchor = post.Talks.FirstOrDefault(talk => talk.Anchor is not null)?.Anchor;
        return anchor is null ? post.Url! : $"{post.Url}#{anchor}"; // Only posts with an address reach this line.
    }
}
