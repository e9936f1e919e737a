using System.Collections.Frozen;

namespace SearchNotes.Talks;

/// <summary>What a link leads to.</summary>
internal enum MediaKind
{
    /// <summary>Neither a recording nor slides.</summary>
    Other,

    /// <summary>A recording.</summary>
    Video,

    /// <summary>Slides.</summary>
    Slides,
}

/// <summary>A link, judged by its words and by its site; nothing is ever fetched.</summary>
/// <param name="Url">The address.</param>
/// <param name="Kind">What it leads to.</param>
/// <param name="IsLabelled">Whether its words say so, not only its site.</param>
internal readonly record struct MediaLink(string Url, MediaKind Kind, bool IsLabelled)
{
    private static readonly FrozenSet<string> VideoWords = Set(
        "video videos recording recordings recorded vidéo aufzeichnung aufnahme mitschnitt enregistrement captation grabación gravação "
        + "registrazione opname nagranie запись видео 動画 録画 视频 錄影 영상 youtube vimeo");

    private static readonly FrozenSet<string> SlidesWords = Set(
        "slides slide slideshow slidedeck deck presentation folien präsentation diapositives diapos présentation presentación diapositivas "
        + "apresentação slajdy prezentacja слайды презентация スライド 資料 幻灯片 投影片 課件 课件 슬라이드 speakerdeck slideshare");

    /// <summary>Words that may stand beside these in the text of a link.</summary>
    private static readonly FrozenSet<string> Fillers = Set(
        "the a of for from to in on at and talk talk's session keynote his her their my this here watch see view download get link pdf html online "
        + "full youtube vimeo speakerdeck slideshare zum zur die der das des vom du de la le les del el");

    private static readonly FrozenSet<string> Pointers = Set("here link hier ici aquí qui ici тут こちら 这里");

    private static readonly char[] Separators = [' ', ',', '.', ':', '：', '&', '+', '/', '(', ')', '[', ']', '“', '”', '"', '*', '_', '-', '–', '→', '\t'];

    /// <summary>Judges a link.</summary>
    /// <param name="text">The text of the link; empty for an address alone.</param>
    /// <param name="before">What stands before it in its line.</param>
    /// <param name="url">The address.</param>
    internal static MediaLink Of(string text, string before, string url)
    {
        var site = OfSite(new Uri(url));
        var words = text.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var label = words.Length == 0 || words.All(Pointers.Contains) ? Ahead(before) : OfWords(words);
        return site != MediaKind.Other ? new(url, site, label == site) : new(url, label, label != MediaKind.Other);
    }

    /// <summary>Returns what words say if they say nothing else: "Slides", "Watch the video".</summary>
    private static MediaKind OfWords(string[] words)
    {
        if (!words.All(word => VideoWords.Contains(word) || SlidesWords.Contains(word) || Fillers.Contains(word)))
            return MediaKind.Other;
        return words.Any(SlidesWords.Contains) ? MediaKind.Slides : words.Any(VideoWords.Contains) ? MediaKind.Video : MediaKind.Other;
    }

    /// <summary>Returns what a label before a link says: "Slides: ", "The slides are ".</summary>
    private static MediaKind Ahead(string before)
    {
        var words = before.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        for (var i = words.Length - 1; i >= Math.Max(0, words.Length - 3); i--)
        {
            if (SlidesWords.Contains(words[i]))
                return MediaKind.Slides;
            if (VideoWords.Contains(words[i]))
                return MediaKind.Video;
        }

        return MediaKind.Other;
    }

    private static MediaKind OfSite(Uri url)
    {
        var host = url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host;
        var path = url.AbsolutePath;
        return host.ToLowerInvariant() switch
        {
            "youtu.be" => path.Length > 5 ? MediaKind.Video : MediaKind.Other,
            "youtube.com" or "m.youtube.com" or "youtube-nocookie.com" => Starts(path, "/watch", "/embed/", "/v/", "/live/"),
            "vimeo.com" or "player.vimeo.com" => path.AsSpan(path.LastIndexOf('/') + 1).IndexOfAnyExceptInRange('0', '9') < 0 && path.Length > 4
                ? MediaKind.Video : MediaKind.Other,
            "media.ccc.de" => Starts(path, "/v/"),
            "infoq.com" => Starts(path, "/presentations/"),
            "pyvideo.org" or "confreaks.tv" or "confreaks.com" or "bilibili.com" or "nicovideo.jp" or "ted.com" =>
                path.Length > 6 ? MediaKind.Video : MediaKind.Other,
            "speakerdeck.com" or "slideshare.net" or "slides.com" or "noti.st" or "prezi.com" or "talks.golang.org" =>
                path.AsSpan(1).TrimEnd('/').Contains('/') ? MediaKind.Slides : MediaKind.Other,
            "docs.google.com" => path.StartsWith("/presentation/", StringComparison.Ordinal) ? MediaKind.Slides : MediaKind.Other,
            _ => MediaKind.Other,
        };
    }

    private static MediaKind Starts(string path, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (path.StartsWith(beginning, StringComparison.Ordinal))
                return MediaKind.Video;
        }

        return MediaKind.Other;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
