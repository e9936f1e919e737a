using System.Text.RegularExpressions;
using SearchNotes.Posts;

namespace SearchNotes.Talks;

/// <summary>The recording and the slides that a talk links to.</summary>
/// <param name="Video">Address of the recording, <c>http</c> or <c>https</c>, or <see langword="null"/>.</param>
/// <param name="Slides">Address of the slides, <c>http</c> or <c>https</c>, or <see langword="null"/>.</param>
internal readonly partial record struct TalkMedia(string? Video, string? Slides)
{
    /// <summary>Longer lines are data, such as embedded images.</summary>
    private const int MaxLine = 10_000;

    /// <summary>A talk has few links; a post made to take long has many.</summary>
    private const int MaxLinks = 500;

    private static readonly string[] VideoKeys = ["video", "video_url", "videourl", "youtube", "recording"];
    private static readonly string[] SlidesKeys = ["slides", "slides_url", "slidesurl", "slide_deck", "deck"];

    /// <summary>Returns the media of a talk. A link that says what it is comes before one that is known by its site; else the first
    /// counts.</summary>
    /// <param name="post">The post.</param>
    /// <param name="talk">A talk of the post.</param>
    /// <param name="isAlone">Whether the talk is the only document of the post, so that front matter speaks of it.</param>
    internal static TalkMedia Of(Post post, Talk talk, bool isAlone)
    {
        var links = talk.Kind == TalkKind.Post && !isAlone ? [] : Links(post, talk);
        return new(
            (isAlone ? Given(post, VideoKeys) : null) ?? Best(links, MediaKind.Video),
            (isAlone ? Given(post, SlidesKeys) : null) ?? Best(links, MediaKind.Slides));
    }

    private static string? Given(Post post, string[] keys) =>
        keys.Select(key => WebAddress.Of(post.FrontMatter.Keys.GetValueOrDefault(key)?.Trim())).FirstOrDefault(url => url is not null);

    private static string? Best(List<MediaLink> links, MediaKind kind) =>
        links.Where(link => link.Kind == kind).OrderByDescending(link => link.IsLabelled).FirstOrDefault().Url;

    private static List<MediaLink> Links(Post post, Talk talk)
    {
        var found = new List<MediaLink>();
        var lines = post.Text.Split('\n');
        Dictionary<string, string>? definitions = null;
        var seen = 0;
        foreach (var range in talk.Lines)
        {
            for (var number = range.First; number <= Math.Min(range.Last, lines.Length) && seen < MaxLinks; number++)
            {
                var line = lines[number - 1];
                if (line.Length > MaxLine || !MayLink(line) || IsCode(talk, number))
                    continue;
                foreach (var link in Link().Matches(line).AsEnumerable())
                {
                    seen++;
                    var url = link.Groups["id"].Success ? OfShortcode(link)
                        : link.Groups["ref"].Success ? (definitions ??= Definitions(lines)).GetValueOrDefault(Reference(link))
                        : link.Groups["url"].Value;
                    if (WebAddress.Of(url) is { } address)
                        found.Add(MediaLink.Of(link.Groups["text"].Value, Before(line, link.Index), address));
                }
            }
        }

        return found;
    }

    private static bool MayLink(string line) =>
        line.Contains("://", StringComparison.Ordinal) || line.Contains("][", StringComparison.Ordinal)
            || line.Contains('{', StringComparison.Ordinal);

    private static bool IsCode(Talk talk, int line) =>
        talk.Passages.Any(passage => passage.Kind == PassageKind.Code && passage.FirstLine <= line && passage.LastLine >= line);

    private static string OfShortcode(Match link) => link.Groups["site"].Value == "vimeo"
        ? $"https://vimeo.com/{link.Groups["id"].Value}" : $"https://www.youtube.com/watch?v={link.Groups["id"].Value}";

    private static string Reference(Match link) =>
        (link.Groups["ref"].Length > 0 ? link.Groups["ref"] : link.Groups["text"]).Value.ToLowerInvariant();

    private static string Before(string line, int index) => line[Math.Max(0, index - 40)..index];

    private static Dictionary<string, string> Definitions(string[] lines)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Length < MaxLine && line.TrimStart().StartsWith('[')))
        {
            if (Definition().Match(line) is { Success: true } definition)
                found.TryAdd(definition.Groups["ref"].Value.ToLowerInvariant(), definition.Groups["url"].Value);
        }

        return found;
    }

    // A link, a reference, a shortcode of Hugo or a tag of Jekyll, or an address alone: in angle brackets, in an attribute, or bare.
    [GeneratedRegex(
        """\[(?<text>[^\[\]]{0,200})\]\(\s*<?(?<url>[^\s<>()]+)|\[(?<text>[^\[\]]{0,200})\]\[(?<ref>[^\[\]]{0,100})\]|\{[{%]<?\s*(?<site>youtube|vimeo)\s+(?:id=)?"?(?<id>[\w-]{5,20})|(?<url>https?://[^\s<>"'()\[\]]+)""",
        RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("""^ {0,3}\[(?<ref>[^\[\]]{1,100})\]:\s*<?(?<url>https?://[^\s<>]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Definition();
}
