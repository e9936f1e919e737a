using System.Text.Json;
using SearchNotes.Posts;
using SearchNotes.Talks;

namespace SearchNotes.Cli.Checking;

/// <summary>Reads and splits posts in parallel, without an index, and collects the result for each post.</summary>
internal static class PostCheck
{
    /// <summary>Checks a whole corpus; the folders that cannot be listed come first.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="listing">Its files.</param>
    /// <param name="explains">Whether to say what decided.</param>
    public static IReadOnlyList<CheckedPost> Run(Corpus corpus, CorpusListing listing, bool explains) =>
        [.. listing.Unlisted.Select(Check), .. Run(corpus, listing.Files, listing.Files, explains)];

    /// <summary>Checks files of a corpus; the order stays.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="files">The files.</param>
    /// <param name="blog">The files of the blog around them.</param>
    /// <param name="explains">Whether to say what decided.</param>
    public static IReadOnlyList<CheckedPost> Run(Corpus corpus, IReadOnlyList<PostFile> files, IReadOnlyList<PostFile> blog,
        bool explains = false)
    {
        var aliases = SpeakerAliases.Read(corpus);
        var splits = BlogPriors.Split(corpus, files, blog,
            (file, priors) => TalkSplitter.Split(corpus, corpus.ReadBytes(file), aliases, priors));
        var doubts = SpeakerCheck.Find(splits).ToLookup(doubt => doubt.Path, doubt => doubt.Warning);
        var checkedPosts = splits.Select(split => Check(split, doubts[split.Post.Path], explains ? TalkSplitter.Explain(split) : null));
        CheckedPost[] aliasesFiles =
        [
            Check(SpeakerAliases.FileName, "Names of speakers", aliases.Warnings),
            Check(Corpus.EventAliasesFileName, "Names of events", corpus.EventAliasWarnings),
        ];
        return [.. aliasesFiles.Where(file => file.Warnings.Count > 0), .. checkedPosts];
    }

    private static CheckedPost Check(string aliasesFile, string title, IReadOnlyList<Warning> warnings) => new()
    {
        Path = aliasesFile,
        Title = title,
        Date = null,
        Url = null,
        LeftOut = "it is the aliases file",
        IsPost = false,
        Warnings = Warnings(warnings),
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

    private static CheckedPost Check(SplitPost split, IEnumerable<Warning> doubts, SplitExplanation? explanation) => new()
    {
        Path = split.Post.Path,
        Title = split.Post.Title,
        Date = split.Post.Date,
        Url = split.Post.Url,
        LeftOut = split.Post.SkipReason,
        Warnings = Warnings(split.Warnings.Concat(doubts)),
        Talks = split.Post.SkipReason is null
            ? [.. split.Talks.Select((talk, i) => Check(talk, Features(explanation?.Talks.ElementAtOrDefault(i))))]
            : [],
        Reason = explanation is null || split.Talks.Count > 0 ? null : Reason(split.Post, explanation),
        Features = Features(explanation?.Post),
        Unsure = split.Post.SkipReason is null ? split.Unsure : null,
        Anchors = split.Post.Anchors,
    };

    private static string Reason(Post post, SplitExplanation explanation)
    {
        if (post.Overrides.Talks == "none")
            return "the front matter or a setting says so";
        return explanation.Post.FirstOrDefault(reason => reason.Contribution < 0) is { } against
            ? $"most against talks: {against.Name}"
            : "nothing in it reads as a talk";
    }

    private static IReadOnlyList<CheckedFeature>? Features(IEnumerable<SplitReason>? reasons) =>
        reasons is null ? null : [.. reasons.Select(Feature)];

    private static CheckedFeature Feature(SplitReason reason) =>
        new(reason.Name, Math.Round(reason.Value, 3), Math.Round(reason.Contribution, 3));

    private static CheckedTalk Check(Talk talk, IReadOnlyList<CheckedFeature>? features) => new()
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
        Features = features,
    };
}
