using System.Text.Json;
using SearchNotes.Posts;
using SearchNotes.Talks;

namespace SearchNotes.Cli.Checking;

/// <summary>Reads and splits posts in parallel, without an index, and collects the result for each post.</summary>
internal static class PostCheck
{
    /// <summary>Checks a whole corpus. Folders that cannot be listed come first.</summary>
    public static IReadOnlyList<CheckedPost> Run(Corpus corpus)
    {
        var listing = corpus.Scan();
        return [.. listing.Unlisted.Select(Check), .. Run(corpus, listing.Files)];
    }

    /// <summary>Checks files of a corpus, in the given order.</summary>
    public static IReadOnlyList<CheckedPost> Run(Corpus corpus, IReadOnlyList<PostFile> files)
    {
        var aliases = SpeakerAliases.Read(corpus);
        List<SplitPost> splits =
            [.. files.AsParallel().AsOrdered().Select(file => TalkSplitter.Split(corpus, corpus.ReadBytes(file), aliases))];
        var doubts = SpeakerCheck.Find(splits).ToLookup(doubt => doubt.Path, doubt => doubt.Warning);
        var checkedPosts = splits.Select(split => Check(split, doubts[split.Post.Path]));
        return aliases.Warnings.Count == 0 ? [.. checkedPosts] : [Check(aliases), .. checkedPosts];
    }

    private static CheckedPost Check(SpeakerAliases aliases) => new()
    {
        Path = SpeakerAliases.FileName,
        Title = "Names of speakers",
        Date = null,
        Url = null,
        LeftOut = "it is the aliases file",
        IsPost = false,
        Warnings = Warnings(aliases.Warnings),
        Talks = [],
    };

    private static CheckedPost Check(UnlistedFolder folder) => new()
    {
        Path = folder.Path,
        Title = "A folder",
        Date = null,
        Url = null,
        LeftOut = "it cannot be listed",
        IsPost = false,
        Warnings = [new CheckedWarning(0, $"{folder.Reason}; no post in it is read.")],
        Talks = [],
    };

    private static IReadOnlyList<CheckedWarning> Warnings(IEnumerable<Warning> warnings) =>
        [.. warnings.OrderBy(warning => warning.Line).Select(warning => new CheckedWarning(warning.Line, warning.Message))];

    private static CheckedPost Check(SplitPost split, IEnumerable<Warning> doubts) => new()
    {
        Path = split.Post.Path,
        Title = split.Post.Title,
        Date = split.Post.Date,
        Url = split.Post.Url,
        LeftOut = split.Post.SkipReason,
        Warnings = Warnings(split.Warnings.Concat(doubts)),
        Talks = split.Post.SkipReason is null ? [.. split.Talks.Select(Check)] : [],
        Anchors = split.Post.Anchors,
    };

    private static CheckedTalk Check(Talk talk) => new()
    {
        Id = talk.Id,
        Kind = JsonNamingPolicy.SnakeCaseLower.ConvertName(talk.Kind.ToString()),
        Topic = talk.Topic,
        Speakers = [.. talk.Speakers.Select(speaker => speaker.Name)],
        Heading = talk.Heading,
        Anchor = talk.Anchor,
        FirstLine = talk.FirstLine,
        LastLine = talk.LastLine,
        Sections = [.. talk.Sections.Select(section => new CheckedSection(section.Heading, section.Anchor, section.Line))],
        CodeBlocks = talk.Passages.Count(passage => passage.Kind == PassageKind.Code),
        HasQa = talk.Passages.Any(passage => passage.Kind == PassageKind.Qa),
        Why = talk.Why,
        Confidence = Math.Round(talk.Confidence, 2),
    };
}
