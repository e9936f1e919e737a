using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Readings;

/// <summary>Classifies the targets of links by their addresses.</summary>
internal static class LinkTargets
{
    private static readonly string[] OfMaterials =
        ["youtube.", "youtu.be/", "vimeo.", "slideshare.", "speakerdeck.", "slides.com", "docs.google.com/presentation", ".pdf", ".pptx",
            "infoq.com/presentations", "media.ccc.de", "slid.es", "confreaks", "fahrplan", "prezi."];

    private static readonly string[] OfPeople =
        ["twitter.com/", "://x.com/", "linkedin.com/in/", "mastodon", "facebook.com/", "about.me/", "bsky.app/profile", "gravatar.",
            "instagram.com/"];

    /// <summary>Number of links of a block to slides, video or a recording.</summary>
    internal static int Materials(Block block) => Count(block, OfMaterials);

    /// <summary>Number of links of a block to a profile of a person.</summary>
    internal static int People(Block block) => Count(block, OfPeople);

    private static int Count(Block block, string[] parts)
    {
        var count = 0;
        foreach (var span in block.Spans)
        {
            if (span.Target is { } target && Array.Exists(parts, part => target.Contains(part, StringComparison.OrdinalIgnoreCase)))
                count++;
        }

        return count;
    }
}
