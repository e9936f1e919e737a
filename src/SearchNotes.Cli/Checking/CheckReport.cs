using System.Globalization;
using SearchNotes.Cli.Screens;
using SearchNotes.Cli.Settings;
using SearchNotes.Posts;
using Spectre.Console;

namespace SearchNotes.Cli.Checking;

/// <summary>What <c>check</c> shows to a person: a tree per post, a line per talk with the reason below it, and a summary.</summary>
/// <param name="screen">Where it goes.</param>
internal sealed class CheckReport(Screen screen)
{
    /// <summary>Below this a talk deserves a look.</summary>
    private const double Doubtful = 0.6;

    /// <summary>Writes the report.</summary>
    public void Write(IReadOnlyList<CheckedPost> posts)
    {
        foreach (var post in posts)
            screen.Console.Write(Tree(post));

        if (posts.Count > 0)
            screen.Line();
        screen.Line(Summary(posts), Styles.Title);
        foreach (var line in Links(posts))
            screen.Line(line, Styles.Aside);
    }

    private static Tree Tree(CheckedPost post)
    {
        var tree = new Tree(Headline(post)).Style(Styles.Aside);
        foreach (var talk in post.Talks)
            tree.AddNode(Node(talk));
        foreach (var warning in post.Warnings)
            tree.AddNode(new Paragraph().Add(warning.Line > 0 ? $"line {warning.Line}: " : "", Styles.Warning).Add(warning.Message, Styles.Warning));

        return tree;
    }

    private static Paragraph Headline(CheckedPost post)
    {
        var headline = new Paragraph().Add(post.Path, Styles.Place).Add("  ");
        if (post.LeftOut is { } reason)
            return headline.Add($"left out: {reason}", Styles.Warning);

        return post.Talks.Count == 0
            ? headline.Add($"{post.Title}: an ordinary post, no talks", Styles.Aside)
            : headline.Add(post.Title, Styles.Title).Add($"  {Count.Of(post.Talks.Count, "talk")}", Styles.Aside);
    }

    private static Paragraph Node(CheckedTalk talk)
    {
        var node = new Paragraph().Add(talk.Topic, Styles.Title);
        if (talk.Kind != "talk")
            node.Add($"  {talk.Kind.Replace('_', ' ')}", Styles.Aside);

        var speakers = talk.Speakers.Count == 0 ? "no speaker named" : string.Join(", ", talk.Speakers);
        return node.Add($"\n{speakers}").Add($"  lines {talk.FirstLine} to {talk.LastLine}  ", Styles.Aside)
            .Add(talk.Confidence.ToString("0 %", CultureInfo.InvariantCulture), talk.Confidence < Doubtful ? Styles.Warning : Styles.Aside)
            .Add($" sure: {talk.Why}", Styles.Aside);
    }

    private static string Summary(IReadOnlyList<CheckedPost> posts)
    {
        var talks = posts.Sum(post => post.Talks.Count);
        var leftOut = posts.Count(post => post.LeftOut is not null);
        var withTalks = posts.Count(post => post.Talks.Count > 0);
        var doubtful = posts.Sum(post => post.Talks.Count(talk => talk.Confidence < Doubtful));
        var warnings = posts.Sum(post => post.Warnings.Count);
        return $"{Count.Of(posts.Count, "post")}: {Count.Of(talks, "talk")} in {Count.Of(withTalks, "post")}, "
            + $"{Count.Of(posts.Count - withTalks - leftOut, "ordinary post")}, {leftOut} left out; "
            + (doubtful > 0 ? $"{Count.Of(doubtful, "talk")} less than {Doubtful.ToString("0 %", CultureInfo.InvariantCulture)} sure; " : "")
            + $"{Count.Of(warnings, "warning")}.";
    }

    /// <summary>How links to the posts are made, with one to try in a browser.</summary>
    private static IEnumerable<string> Links(IReadOnlyList<CheckedPost> posts) =>
        from post in posts
        where post.LeftOut is null
        group post by post.Url is null ? (AnchorStyle?)null : post.Anchors into style
        select style.Key is null ? $"Links: unknown for {Count.Of(style.Count(), "post")}; set site_url and permalink in searchnotes.json."
            : $"Links: {Anchors(style.Key.Value)} for {Count.Of(style.Count(), "post")}, such as {Example(style)}";

    private static string Anchors(AnchorStyle style) => style == AnchorStyle.Unknown
        ? "pages without heading ids"
        : $"heading ids of {SettingKeys.AnchorWords.First(word => word.Value == style).Key}";

    private static string Example(IEnumerable<CheckedPost> posts)
    {
        var post = posts.FirstOrDefault(post => post.Talks.Any(talk => talk.Anchor is not null)) ?? posts.First();
        var anchor = post.Talks.FirstOrDefault(talk => talk.Anchor is not null)?.Anchor;
        return anchor is null ? post.Url! : $"{post.Url}#{anchor}"; // Only posts with an address come here.
    }
}
