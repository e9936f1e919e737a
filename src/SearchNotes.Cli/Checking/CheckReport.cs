using System.Globalization;
using SearchNotes.Cli.Terminal;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Checking;

/// <summary>Writes the result of <c>check</c> as text: a summary, and a tree per post, each talk with the reason below it.</summary>
/// <param name="screen">The screen to write to.</param>
internal sealed class CheckReport(Screen screen)
{
    /// <summary>Writes the report.</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="remarks">Sentences about the whole corpus, such as files that are not read.</param>
    /// <param name="everyPost">Whether ordinary posts are shown, too.</param>
    public void Write(IReadOnlyList<CheckedPost> posts, IReadOnlyList<string> remarks, bool everyPost)
    {
        if (posts.Count < 2)
        {
            WritePosts(posts);
            if (posts.Count > 0)
                screen.Line();
            new CheckSummary(screen).Write(posts, remarks);
            return;
        }

        new CheckSummary(screen).Write(posts, remarks);
        List<CheckedPost> shown =
            [.. posts.Where(post => everyPost || HasTree(post) || post is not { LeftOut: null, Reason: null })];
        if (shown.Count > 0)
            screen.Line();
        WritePosts(shown);
        if (shown.Count == posts.Count)
            return;
        screen.Line();
        screen.Line($"{Count.Of(posts.Count - shown.Count, "ordinary post")} not shown; --verbose shows every post.", TextStyle.Secondary);
    }

    /// <summary>Returns a line about files that may be meant as posts and are not read.</summary>
    public static string Line(PassedOverFiles files)
    {
        var isLink = files.Kind == "link";
        return $"{Count.Of(files.Count, isLink ? "link" : $"{files.Kind} file")} {(files.Count == 1 ? "is" : "are")} "
            + $"not {(isLink ? "followed" : "read")}, such as {files.Example}.";
    }

    // A blank line separates trees; posts without talks and warnings follow each other without one.
    private void WritePosts(IReadOnlyList<CheckedPost> posts)
    {
        var isFirst = true;
        var isAfterTree = false;
        foreach (var post in posts)
        {
            var isTree = HasTree(post);
            if (!isFirst && (isTree || isAfterTree))
                screen.Line();
            screen.Tree(Headline(post), [.. post.Talks.Select(Branch), .. Reasons(post), .. post.Warnings.Select(Branch)]);
            (isFirst, isAfterTree) = (false, isTree);
        }
    }

    private static bool HasTree(CheckedPost post) => post.Talks.Count + post.Warnings.Count > 0;

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
            .Add(talk.Confidence.ToString("0 %", CultureInfo.InvariantCulture), talk.Confidence < CheckSummary.Doubtful
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
}
