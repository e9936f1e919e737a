using System.Globalization;
using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Checking;

/// <summary>Writes the result of <c>check</c> as text: a tree per post, each talk with the reason below it, and a summary.</summary>
/// <param name="screen">The screen to write to.</param>
internal sealed class CheckReport(Screen screen)
{
    /// <summary>Talks with a lower confidence are reported as unsure.</summary>
    private const double Doubtful = 0.6;

    /// <summary>From this many posts on, posts with warnings or unsure talks are listed again at the end.</summary>
    private const int LongReport = 12;

    /// <summary>Maximum number of posts in that list.</summary>
    private const int MaxListed = 20;

    /// <summary>Writes the report.</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="remarks">Sentences about the whole corpus, such as files that are not read.</param>
    public void Write(IReadOnlyList<CheckedPost> posts, IReadOnlyList<string> remarks)
    {
        WritePosts(posts);
        if (posts.Count > 0)
            screen.Line();
        if (posts.Count >= LongReport)
            WriteDoubts([.. posts.Where(post => Doubts(post).Length > 0)]);
        screen.Line(Summary(posts), TextStyle.Title);
        foreach (var line in Links(posts))
            screen.Line(line, TextStyle.Secondary);
        if (AreDrafts(posts.Where(post => post.IsPost)))
            screen.Line("All posts are drafts; --drafts takes them.", TextStyle.Secondary);
        foreach (var remark in remarks)
            screen.Line(Printable.Line(remark), TextStyle.Secondary);
    }

    /// <summary>Returns a line about files that may be meant as posts and are not read.</summary>
    public static string Line(PassedOverFiles files)
    {
        var isLink = files.Kind == "link";
        return $"{Count.Of(files.Count, isLink ? "link" : $"{files.Kind} file")} {(files.Count == 1 ? "is" : "are")} "
            + $"not {(isLink ? "followed" : "read")}, such as {files.Example}.";
    }

    private static bool AreDrafts(IEnumerable<CheckedPost> posts) => posts.Any() && posts.All(post => IsDraft(post.LeftOut));

    private static bool IsDraft(string? leftOut) => leftOut is not null && (leftOut.Contains("draft", StringComparison.OrdinalIgnoreCase)
        || leftOut.Contains("published", StringComparison.Ordinal) || leftOut.Contains("status", StringComparison.OrdinalIgnoreCase));

    // A blank line separates trees; posts without talks and warnings follow each other without one.
    private void WritePosts(IReadOnlyList<CheckedPost> posts)
    {
        var isFirst = true;
        var isAfterTree = false;
        foreach (var post in posts)
        {
            var isTree = post.Talks.Count + post.Warnings.Count > 0;
            if (!isFirst && (isTree || isAfterTree))
                screen.Line();
            screen.Tree(Headline(post), [.. post.Talks.Select(Branch), .. Reasons(post), .. post.Warnings.Select(Branch)]);
            (isFirst, isAfterTree) = (false, isTree);
        }
    }

    private void WriteDoubts(IReadOnlyList<CheckedPost> posts)
    {
        if (posts.Count == 0)
            return;
        screen.Line($"Worth a look (unsure: less than {Doubtful.ToString("0 %", CultureInfo.InvariantCulture)}):", TextStyle.Title);
        foreach (var post in posts.Take(MaxListed))
        {
            screen.Line(new StyledText().Add(Printable.Line(post.Path), TextStyle.Location).Add($"  {Doubts(post)}", TextStyle.Secondary),
                indent: 2);
        }
        if (posts.Count > MaxListed)
        {
            screen.Line(new StyledText()
                .Add($"and {Count.Of(posts.Count - MaxListed, "more post")}; \"searchnotes check PATH\" shows one post",
                    TextStyle.Secondary),
                indent: 2);
        }
        screen.Line();
    }

    private static string Doubts(CheckedPost post)
    {
        var doubtful = post.Talks.Count(talk => talk.Confidence < Doubtful);
        var warnings = post.Warnings.Count > 0 ? Count.Of(post.Warnings.Count, "warning") : "";
        return doubtful == 0 ? warnings : $"{warnings}{(warnings.Length > 0 ? ", " : "")}{Count.Of(doubtful)} unsure";
    }

    private static StyledText Headline(CheckedPost post)
    {
        var headline = new StyledText().Add(Printable.Line(post.Path), TextStyle.Location).Add("  ");
        if (post.LeftOut is { } reason)
            return headline.Add($"left out: {reason}", TextStyle.Warning);

        return post.Talks.Count == 0
            ? headline.Add($"{post.Title}: an ordinary post, no talks", TextStyle.Secondary)
            : headline.Add(post.Title, TextStyle.Title).Add($"  {Count.Of(post.Talks.Count, "talk")}", TextStyle.Secondary);
    }

    private static StyledText Branch(CheckedTalk talk)
    {
        var text = new StyledText().Add(talk.Topic, TextStyle.Title);
        if (talk.Kind != "talk")
            text.Add($"  {talk.Kind.Replace('_', ' ')}", TextStyle.Secondary);

        var speakers = talk.Speakers.Count == 0 ? "no speaker named" : string.Join(", ", talk.Speakers);
        return text.Add($"\n{speakers}").Add($"  {talk.FirstLine}-{talk.LastLine}  ", TextStyle.Secondary)
            .Add(talk.Confidence.ToString("0 %", CultureInfo.InvariantCulture), talk.Confidence < Doubtful
                ? TextStyle.Warning : TextStyle.Secondary)
            .Add($" sure  {talk.Why}", TextStyle.Secondary)
            .Add(talk.Features is null ? "" : Shares(talk.Features), TextStyle.Secondary);
    }

    private static IEnumerable<StyledText> Reasons(CheckedPost post) =>
        post.Reason is null || post.Features is null
            ? []
            : [new StyledText().Add($"{post.Reason}{Shares(post.Features)}", TextStyle.Secondary)];

    // "+1.2  siblings: names a person beside a topic (2)"
    private static string Shares(IReadOnlyList<CheckedFeature> features) =>
        string.Concat(features.Select(Share));

    private static string Share(CheckedFeature feature) =>
        string.Create(CultureInfo.InvariantCulture, $"\n{feature.Contribution:+0.0;-0.0}  {feature.Name} ({feature.Value:0.##})");

    private static StyledText Branch(CheckedWarning warning) =>
        new StyledText()
        .Add(warning.Line > 0 ? $"warning, line {warning.Line}: {warning.Message}" : $"warning: {warning.Message}", TextStyle.Warning);

    private static string Summary(IReadOnlyList<CheckedPost> posts)
    {
        var warnings = posts.Sum(post => post.Warnings.Count);
        posts = [.. posts.Where(post => post.IsPost)];
        var talks = posts.Sum(post => post.Talks.Count);
        var leftOut = posts.Count(post => post.LeftOut is not null);
        var withTalks = posts.Count(post => post.Talks.Count > 0);
        var doubtful = posts.Sum(post => post.Talks.Count(talk => talk.Confidence < Doubtful));
        return $"{Count.Of(posts.Count, "post")}: {Count.Of(talks, "talk")} in {Count.Of(withTalks, "post")}, "
            + $"{Count.Of(posts.Count - withTalks - leftOut, "ordinary post")}, {leftOut} left out; "
            + (doubtful > 0
                ? $"{Count.Of(doubtful, "talk")} less than {Doubtful.ToString("0 %", CultureInfo.InvariantCulture)} sure; " : "")
            + $"{Count.Of(warnings, "warning")}.";
    }

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
