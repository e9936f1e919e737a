using System.Net;
using SearchNotes.Posts;

namespace SearchNotes.Talks.Readings;

/// <summary>Reads what the front matter says of the one talk of a post.</summary>
internal static class WholeFrontMatter
{
    internal static void Read(WholeReading whole)
    {
        var matter = whole.Post.FrontMatter;
        var type = matter.Keys.GetValueOrDefault("type") ?? matter.Layout;
        var isTalk = type is not null && type.Trim('"', '\'', ' ').ToLowerInvariant() is "talk" or "talks" or "presentation" or "session";
        var speakers = whole.Post.Overrides.Speakers.Count > 0 ? whole.Post.Overrides.Speakers : matter.Speakers;
        if (speakers.Count == 0 && (isTalk || matter.Keys.ContainsKey("conference")))
            speakers = matter.Authors;
        if (speakers.Count > 0)
            whole.Names = [.. speakers.SelectMany(key => FromKey(key, whole.Outline.Vocabulary))];
        whole.IsInFrontMatter = isTalk || speakers.Count > 0;
        if (!whole.IsInFrontMatter && whole.Evidence[(int)WholePostEvidence.OwnedTalk] == 0 && matter.Dialect == FrontMatterDialect.Pandoc)
            ReadTitleBlock(whole, matter);
        if (isTalk)
            whole.Vote(WholePostEvidence.TalkPage, 3, "the front matter says that the page is a talk");
        else if (speakers.Count > 0)
            whole.Vote(WholePostEvidence.SpeakerKey, 2.5, "the front matter names the speaker");
    }

    // Blog generators take other dialects, so Pandoc's title block is how a document was headed by hand: what it is and whose.
    private static void ReadTitleBlock(WholeReading whole, FrontMatter matter)
    {
        var names = matter.Authors.SelectMany(author => SpeakerNames.Read(author, whole.Outline.Vocabulary, isLabelled: true)).ToList();
        if (names.Count == 0 || SpeakerNames.Weakest(names) < NameConfidence.Strong)
            return;
        whole.Names = names;
        whole.Vote(WholePostEvidence.TitleBlock, 1.5, "the title block names a person");
    }

    // "steven-chambers" and "steven_chambers" are a key of the site's data; the name is what it stands for.
    private static IReadOnlyList<SpeakerName> FromKey(string text, Vocabulary vocabulary)
    {
        text = WebUtility.HtmlDecode(text).Replace("&amp", "&", StringComparison.Ordinal);
        var isKey = text.AsSpan().IndexOfAny('-', '_') > 0 && text.All(c => char.IsAsciiLetterLower(c) || c is '-' or '_');
        var name = isKey
            ? string.Join(' ', text.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries)
                .Select(w => char.ToUpperInvariant(w[0]) + w[1..]))
            : text;
        var read = SpeakerNames.Read(name, vocabulary, isLabelled: true);
        return read.Count > 0 ? read : [new SpeakerName(name, null, NameConfidence.Certain)];
    }
}
