using System.Globalization;
using SearchNotes.Posts;
using SearchNotes.Talks;
using SearchNotes.Tests.Talks.Labels;
using Xunit;

namespace SearchNotes.Tests.Talks;

/// <summary>Floors under the splitter: what it reaches on posts that its model was learned from, less a little. They catch a model that
/// does not fit its program; how well unseen posts are read, <c>docs/splitting-evaluation.md</c> says.</summary>
public sealed class LabelledPostsTests(ITestOutputHelper output)
{
    /// <summary>A folder with the posts that <c>Labels/README.md</c> tells how to fetch: a folder for each label file.</summary>
    private const string Folder = "SEARCHNOTES_LABELLED_POSTS";

    [Fact]
    public void Our_own_corpus_is_split_as_its_writer_meant_it()
    {
        var score = Score(Path.Combine(Repository.Root, "corpus"), LabelledPost.ReadOwn("corpus.json"));

        Holds(score, f1: 0.95, topics: 0.98, speakers: 0.98, ends: 0.98);
        Assert.True(score.LeftAlone >= score.Talkless - 1, $"{score}");
    }

    [Fact]
    public void The_open_posts_under_a_free_licence_are_split_as_labelled()
    {
        var open = OpenSet()
            ?? throw Skipped($"There is no folder shared/eval/split beside or above {Repository.Root}; the open posts are not checked.");
        var posts = Path.Combine(open, "posts");
        var here = LabelledPost.Read(Path.Combine(open, "labels.json")).Where(post => File.Exists(Path.Combine(posts, post.File))).ToList();

        Assert.NotEmpty(here);
        Holds(Score(posts, here), f1: 1, topics: 0.85, speakers: 1, ends: 1);
    }

    [Theory]
    [InlineData("other-blogs.json", 0.92, 0.91, 0.87, 0.95, 0)]
    [InlineData("half-a.json", 0.95, 0.97, 0.95, 0.94, 0)]
    [InlineData("half-b.json", 0.95, 0.96, 0.92, 0.97, 0)]
    [InlineData("third-set.json", 0.96, 0.9, 0.84, 0.97, 2)]
    [InlineData("fourth-set.json", 0.95, 0.92, 0.9, 0.96, 1)]
    [InlineData("fifth-set.json", 0.92, 0.91, 0.83, 0.92, 6)]
    [InlineData("sixth-set.json", 0.96, 0.95, 0.88, 0.95, 5)]
    [InlineData("seventh-set.json", 0.94, 0.91, 0.87, 0.89, 5)]
    public void Posts_of_other_blogs_are_split_as_labelled(string labels, double f1, double topics, double speakers, double ends,
        int mistaken)
    {
        var folder = Environment.GetEnvironmentVariable(Folder) ?? throw Skipped($"{Folder} names no folder; see Labels/README.md.");

        var score = Score(Path.Combine(folder, Path.GetFileNameWithoutExtension(labels)), LabelledPost.ReadOwn(labels));

        Holds(score, f1, topics, speakers, ends);
        Assert.True(score.LeftAlone >= score.Talkless - mistaken, $"{score}");
    }

    [Fact]
    public void Blog_by_blog_and_year_by_year_most_are_split_as_labelled()
    {
        var folder = Environment.GetEnvironmentVariable(Folder) ?? throw Skipped($"{Folder} names no folder; see Labels/README.md.");
        string[] own =
            ["other-blogs.json", "half-a.json", "half-b.json", "third-set.json", "fourth-set.json", "fifth-set.json", "sixth-set.json",
                "seventh-set.json", "eighth-set.json", "ninth-set.json", "tenth-set.json", "eleventh-set.json", "more-blogs-talks.json",
                "third-blogs-talks.json"];
        var open = OpenSet() is { } set
            ? LabelledPost.Read(Path.Combine(set, "labels.json")).Where(post => File.Exists(Path.Combine(folder, "split", post.File)))
            .Select(post => (Set: "split", Post: post)) : [];

        var parts =
            own.SelectMany(name => LabelledPost.ReadOwn(name).Select(post => (Set: Path.GetFileNameWithoutExtension(name), Post: post)))
            .Concat(open)
            .GroupBy(labelled => Part(labelled.Post))
            .Select(part =>
                (part.Key, Score: part.Select(labelled => Score(Path.Combine(folder, labelled.Set), labelled.Post))
                    .Aggregate((a, b) => a + b)))
            .Where(part => part.Score.Found + part.Score.Missed > 0)
            .OrderBy(part => part.Score.F1)
            .ToList();
        foreach (var (name, score) in parts)
            output.WriteLine($"{name}: {score}");
        double At(double share) => parts[(int)(share * parts.Count)].Score.F1;
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"{parts.Count} parts with talks, F1: least {At(0):0.000}, lowest tenth {At(0.1):0.000}, lowest quarter {At(0.25):0.000}, median {At(0.5):0.000}"));

        Assert.True(At(0.25) >= 0.9 && At(0.5) >= 0.97, "A quarter or half of the parts are split worse than that.");
    }

    // A blog is one part; one with many labelled posts is one part for each year in their names.
    private static string Part(LabelledPost post) =>
        post.Repo.StartsWith("passingcuriosity/", StringComparison.Ordinal) ? $"{post.Repo} {Path.GetFileName(post.File)[..4]}" : post.Repo;

    private SplitScore Score(string folder, IReadOnlyList<LabelledPost> posts)
    {
        var sum = SplitScore.None;
        foreach (var post in posts)
        {
            var score = Score(folder, post);
            if (score.Wrong + score.Missed > 0 || score.Topics + score.Speakers < 2 * score.Found)
                output.WriteLine($"{post.File}: {score}");
            sum += score;
        }

        output.WriteLine($"{posts.Count} posts: {sum}");
        return sum;
    }

    // Each repository is a root of its own: its name is no part of a path.
    private static SplitScore Score(string folder, LabelledPost post)
    {
        var isOwn = post.Repo == "corpus";
        var root = isOwn ? folder : Path.Combine(folder, post.File.Split('/')[0]);
        var corpus = new Corpus(new CorpusOptions { Root = root, IncludeDrafts = true });
        var path = isOwn ? post.File : post.File[(post.File.IndexOf('/', StringComparison.Ordinal) + 1)..];
        // A few labelled posts are of a format that is not read.
        return corpus.List().FirstOrDefault(file => file.Path == path) is { } file
            ? SplitScore.Of(post, TalkSplitter.Split(corpus.Read(file), SpeakerAliases.None).Talks) : SplitScore.None;
    }

    private static void Holds(SplitScore score, double f1, double topics, double speakers, double ends) =>
        Assert.True(score.F1 >= f1 && score.TopicsRight >= topics && score.SpeakersRight >= speakers
            && score.EndsRight >= ends, $"Below the floor: {score}");

    private static string? OpenSet()
    {
        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
        {
            var open = Path.Combine(folder.FullName, "shared", "eval", "split");
            if (File.Exists(Path.Combine(open, "labels.json")))
                return open;
        }

        return null;
    }

    private static Xunit.Sdk.SkipException Skipped(string reason) => Xunit.Sdk.SkipException.ForSkip(reason);
}
