using System.Globalization;
using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Checking;

/// <summary>What <c>check</c> shows to a person: a tree per post, a line per talk with the reason below it, and a summary.</summary>
/// <param name="screen">Where it goes.</param>
internal sealed class CheckReport(Screen screen)
{
    /// <summary>Below this a talk deserves a look.</summary>
    private const double Doubtful = 0.6;

    /// <summary>From so many posts on, those that deserve a look are named again at the end, where a person reads first.</summary>
    private const int Many = 12;

    /// <summary>How many of them are named.</summary>
    private const int MostNamed = 20;

    /// <summary>Writes the report.</summary>
    public void Write(IReadOnlyList<CheckedPost> posts)
    {
        WritePosts(posts);
        if (posts.Count > 0)
            screen.Line();
        if (posts.Count >= Many)
            WriteLooks([.. posts.Where(post => Look(post).Length > 0)]);
        screen.Line(Summary(posts), TextStyle.Title);
        foreach (var line in Links(posts))
            screen.Line(line, TextStyle.Aside);
    }

    // Air around each tree; posts without talks and warnings stand in a block.
    private void WritePosts(IReadOnlyList<CheckedPost> posts)
    {
        var isFirst = true;
        var isAfterTree = false;
        foreach (var post in posts)
        {
            var isTree = post.Talks.Count + post.Warnings.Count > 0;
            if (!isFirst && (isTree || isAfterTree))
                screen.Line();
            screen.Tree(Headline(post), [.. post.Talks.Select(Branch), .. post.Warnings.Select(Branch)]);
            (isFirst, isAfterTree) = (false, isTree);
        }
    }

    private void WriteLooks(IReadOnlyList<CheckedPost> posts)
    {
        if (posts.Count == 0)
            return;
        screen.Line($"Worth a look (unsure: less than {Doubtful.ToString("0 %", CultureInfo.InvariantCulture)}):", TextStyle.Title);
        foreach (var post in posts.Take(MostNamed))
        {
            screen.Line(new StyledText().Add(Printable.Line(post.Path), TextStyle.Place).Add($"  {Look(post)}", TextStyle.Aside),
                indent: 2);
        }
        if (posts.Count > MostNamed)
        {
            screen.Line(new StyledText()
                .Add($"and {Count.Of(posts.Count - MostNamed, "more post")}; \"searchnotes check PATH\" shows one alone", TextStyle.Aside),
                indent: 2);
        }
        screen.Line();
    }

    private static string Look(CheckedPost post)
    {
        var doubtful = post.Talks.Count(talk => talk.Confidence < Doubtful);
        var warnings = post.Warnings.Count > 0 ? Count.Of(post.Warnings.Count, "warning") : "";
        return doubtful == 0 ? warnings : $"{warnings}{(warnings.Length > 0 ? ", " : "")}{Count.Of(doubtful)} unsure";
    }

    private static StyledText Headline(CheckedPost post)
    {
        var headline = new StyledText().Add(Printable.Line(post.Path), TextStyle.Place).Add("  ");
        if (post.LeftOut is { } reason)
            return headline.Add($"left out: {reason}", TextStyle.Warning);

        return post.Talks.Count == 0
            ? headline.Add($"{post.Title}: an ordinary post, no talks", TextStyle.Aside)
            : headline.Add(post.Title, TextStyle.Title).Add($"  {Count.Of(post.Talks.Count, "talk")}", TextStyle.Aside);
    }

    private static StyledText Branch(CheckedTalk talk)
    {
        var words = new StyledText().Add(talk.Topic, TextStyle.Title);
        if (talk.Kind != "talk")
            words.Add($"  {talk.Kind.Replace('_', ' ')}", TextStyle.Aside);

        var speakers = talk.Speakers.Count == 0 ? "no speaker named" : string.Join(", ", talk.Speakers);
        return words.Add($"\n{speakers}").Add($"  {talk.FirstLine}-{talk.LastLine}  ", TextStyle.Aside)
            .Add(talk.Confidence.ToString("0 %", CultureInfo.InvariantCulture), talk.Confidence < Doubtful
                ? TextStyle.Warning : TextStyle.Aside)
            .Add($" sure  {talk.Why}", TextStyle.Aside);
    }

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
