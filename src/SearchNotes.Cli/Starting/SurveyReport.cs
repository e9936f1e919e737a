using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Starting;

/// <summary>Writes the survey of <c>init</c>.</summary>
/// <param name="screen">The screen to write to.</param>
/// <param name="context">The environment of this run.</param>
internal sealed class SurveyReport(Screen screen, CommandContext context)
{
    /// <summary>Writes a line each for posts, talks, generator, address, links and language.</summary>
    public void Write(BlogSurvey survey)
    {
        var posts = survey.Posts.Count(post => post.IsPost);
        var withTalks = survey.Posts.Count(post => post.Talks.Count > 0);
        Row("posts", $"{Count.Of(posts)} in {context.ShortPath(survey.Corpus)}");
        Row("talks", survey.Talks == 0 ? "none found; \"searchnotes check\" shows why"
            : $"{Count.Of(survey.Talks)} in {Count.Of(withTalks, "post")}{Place(survey)}");
        Row("generator", survey.Generator is null ? "unknown" : $"{survey.Generator} ({survey.Detected?.File})");
        Row("address", survey.Detected?.SiteUrl ?? "unknown");
        Row("links", survey.Detected is not { } guess ? "unknown" :
            $"{guess.Permalink ?? "pages by their folders or front matter"}; heading ids: "
            + SettingKeys.AnchorNames.First(word => word.Value == guess.Anchors).Key);
        Row("language", survey.Language ?? "unknown");
    }

    /// <summary>Returns the folder with the most posts that contain talks, when there are several folders.</summary>
    private static string Place(BlogSurvey survey)
    {
        var folders = survey.Posts.Where(post => post.Talks.Count > 0).GroupBy(FolderOf, StringComparer.Ordinal)
            .OrderByDescending(folder => folder.Count()).ThenBy(folder => folder.Key, StringComparer.Ordinal).ToList();
        return folders is [{ Key.Length: > 0 } most, ..] ? $", most of them below {most.Key}/" : "";
    }

    private static string FolderOf(Checking.CheckedPost post) => post.Path.Split('/') is [var folder, _, ..] ? folder : "";

    private void Row(string name, string value) => screen.Line(new StyledText().Add($"{name,-11}", TextStyle.Secondary).Add(value));
}
