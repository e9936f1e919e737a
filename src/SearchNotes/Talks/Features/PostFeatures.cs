using SearchNotes.Talks.Blocks;
using SearchNotes.Talks.Readings;

namespace SearchNotes.Talks.Features;

/// <summary>What can be said of a post as a whole.</summary>
internal static class PostFeatures
{
    /// <summary>The features, in the order of the model.</summary>
    internal static readonly Feature<PostView>[] All =
    [
        // The first of these are also told of each candidate; see Shared.
        new("words of the title", p => p.Title),
        new("words of the tags", p => p.Tags),
        new("words of the file's name", p => p.FileName),
        new("words of the folders", p => p.Folders),
        new("words of the text", p => p.Body),
        new("words of the headings", p => p.HeadingWords),
        new("words of the first paragraph", p => p.Opening),
        new("all its words", p => p.Words),
        new("words about talks in the text, per hundred",
            p => 100.0 * p.Outline.Vocabulary.TalkWordCount / Math.Max(p.Outline.Vocabulary.WordCount, 60)),
        new("verbs that report, per hundred", p => 100.0 * p.Outline.Vocabulary.ReportCount / Math.Max(p.Outline.Vocabulary.WordCount, 60)),
        new("the post announces", p => EventPost.AnnouncementScore(p.Outline)),
        new("an event in the title", p => EventNames.Has(p.Post.Title) ? 1 : 0),
        new("a year in the title", p => EventNames.HasOrYear(p.Post.Title) ? 1 : 0),
        new("an event in the path", p => EventNames.Has(p.Outline.Path) ? 1 : 0),
        new("an event in the tags", p => p.Post.FrontMatter.Tags.Count(EventNames.Has)),
        new("words", p => Math.Log(1 + p.Outline.Vocabulary.WordCount)),
        new("headings", p => p.Outline.Headings.Count),
        new("items", p => Math.Log(1 + p.Outline.Blocks.Count(b => b.IsItem))),
        new("headings with a speaker",
            p => p.Candidates.Headings.Count(h => h.Readings.Any(r => r.Confidence >= NameConfidence.Strong
                && r.Shape != HeadingShape.Speaker))),

        new("words of the first heading", p => p.Outline.Headings.Count == 0
            ? 0 : p.Odds.Of(WordPlace.Heading, p.Outline.Headings[0].Text).Mean),
        new("words of all headings", p => p.Outline.Headings.Count == 0
            ? 0 : p.Outline.Headings.Take(60).Average(h => p.Odds.Of(WordPlace.Heading, h.Text).Mean)),
        new("length of the title", p => HeadingWords.Count(p.Post.Title)),
        new("the title is the file's name", p => p.Post.TitleIsFromFileName ? 1 : 0),
        new("groups", p => p.Candidates.Headings.Count(h => h.Role == HeadingRole.Group)),
        new("headings of the highest level", p => p.Outline.Headings.GroupBy(h => h.Level).MinBy(g => g.Key)?.Count() ?? 0),
        new("words above the first heading",
            p => Math.Log(1
                + p.Candidates.Words(0, p.Outline.Headings.Count == 0 ? p.Outline.Blocks.Count : p.Outline.Headings[0].BlockIndex))),
        new("share of the text that is links", p => p.Outline.Blocks.Sum(b => b.Linked) / (1.0 + p.Outline.Blocks.Sum(b => b.Text.Length))),
        new("share of the blocks that is code",
            p => p.Outline.Blocks.Count(b => b.Kind == BlockKind.Code) / (1.0 + p.Outline.Blocks.Count)),
        new("the post names its speaker", p => p.Candidates.Whole.Names.Count == 0
            ? 0 : (int)SpeakerNames.Weakest(p.Candidates.Whole.Names)),
        new("a heading names the post as a talk", p => p.Candidates.Whole.Heading is null ? 0 : 1),
        Sign(WholePostEvidence.TopHeading, "speaker in the heading above all"),
        Sign(WholePostEvidence.Opening, "the post opens with its speaker"),
        Sign(WholePostEvidence.OneTalk, "the introduction speaks of one talk"),
        new("links to people", p => p.Outline.Blocks.Sum(LinkTargets.People)),
        new("links to slides and video", p => p.Outline.Blocks.Sum(LinkTargets.Materials)),
        new("words of the title as of a talk", p => p.Odds.Of(WordPlace.Heading, p.Post.Title).Mean),
    ];

    /// <summary>So many of them are also told of each candidate: with more, a model learns its posts by heart.</summary>
    internal const int Shared = 19;

    /// <summary>Their names, in the same order.</summary>
    internal static readonly IReadOnlyList<string> Names = [.. All.Select(f => f.Name)];

    /// <summary>The features of a post.</summary>
    internal static float[] Of(PostView post) => [.. All.Select(f => (float)f.Value(post))];

    private static Feature<PostView> Sign(WholePostEvidence sign, string name) => new(name, p => p.Candidates.Whole.Evidence[(int)sign]);
}
