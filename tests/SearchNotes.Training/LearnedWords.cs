using SearchNotes.Talks.Features;

namespace SearchNotes.Training;

/// <summary>The regressions over the words of whole posts, of headings and of units.</summary>
internal sealed class LearnedWords
{
    private const float OrdinaryWeight = 0.7f;
    private const float OwnWeight = 0.5f;
    private const int InnerFolds = 3;

    // A repository with more candidates than this counts no more than one with so many.
    private const float MostCandidates = 100;
    private readonly List<Example> examples;
    private readonly WordRegression posts = new(12, [.. Enum.GetValues<WordPlace>().Where(OfPost)]);
    private readonly WordRegression headings = new(6, WordPlace.HeadingText, WordPlace.HeadingAbove, WordPlace.HeadingBelow);
    private readonly WordRegression units = new(6, WordPlace.UnitText, WordPlace.UnitHeading, WordPlace.UnitIntroduction);

    /// <summary>Reads the words of all examples once.</summary>
    internal LearnedWords(IReadOnlyList<Example> examples)
    {
        this.examples = [.. examples];
        foreach (var example in examples.Where(e => e.Post >= 0))
            posts.Add(example.Repo, example.Post == 1, WeightOf(example), WordsOf(example));
        foreach (var repo in examples.Where(e => e.HasPlaces).GroupBy(e => e.Repo))
        {
            Add(headings, repo.SelectMany(e => e.Candidates.Headings.Select((h, i) => (e, e.Headings[i],
                Texts: PostView.TextsOf(h, e.Candidates.Outline)))));
            Add(units, repo.SelectMany(e => e.Candidates.Units.Select((u, i) => (Unit: u, Index: i)).Where(u => e.Teaches(u.Index))
                .Select(u => (e, e.Units[u.Index], Texts: PostView.TextsOf(u.Unit, e.Candidates.Outline)))));
        }
    }

    /// <summary>Whether the words of a place are those of a whole post.</summary>
    internal static bool OfPost(WordPlace place) => place is >= WordPlace.Title and <= WordPlace.Opening;

    /// <summary>Learns from some repositories.</summary>
    internal Weights Fit(IReadOnlySet<string> repos) => new(posts.Fit(repos), headings.Fit(repos), units.Fit(repos));

    /// <summary>For each part of some repositories what the others of them teach: so a post is told of by words that it did not
    /// teach.</summary>
    internal List<(HashSet<string> Repos, Weights Weights)> FitOthers(IReadOnlySet<string> repos) =>
        [.. Folds.Of(examples.Where(e => repos.Contains(e.Repo)), InnerFolds).AsParallel().AsOrdered()
            .Select(part => (part, Fit(repos.Where(r => !part.Contains(r)).ToHashSet(StringComparer.Ordinal))))];

    private static float WeightOf(Example example) =>
        example.Set == LabelledData.Own ? OwnWeight : example.Set == LabelledData.Ordinary ? OrdinaryWeight : example.Share;

    private static IEnumerable<(WordPlace, string, float)> WordsOf(Example example)
    {
        foreach (var place in Enum.GetValues<WordPlace>().Where(OfPost))
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            foreach (var token in Tokens.In(PostView.TextOf(place, example.Candidates.Outline)))
                words.Add(token.ToString());
            foreach (var word in words)
                yield return (place, word, (float)WordOdds.Share(place, words.Count));
        }
    }

    private static void Add(WordRegression to, IEnumerable<(Example Example, sbyte Target, IEnumerable<(WordPlace, string)> Texts)> all)
    {
        var known = all.Where(a => a.Target >= 0).ToList();
        var weight = MathF.Min(1, MathF.Sqrt(MostCandidates / Math.Max(1, known.Count)));
        foreach (var (example, target, texts) in known)
            to.Add(example.Repo, target == 1, weight * WeightOf(example), texts.SelectMany(t => WordsOf(t.Item1, t.Item2)));
    }

    private static List<(WordPlace, string, float)> WordsOf(WordPlace place, string text)
    {
        var words = new List<string>();
        foreach (var token in Tokens.In(text))
            words.Add(token.ToString());
        return words.ConvertAll(w => (place, w, (float)WordOdds.Share(place, words.Count)));
    }

    /// <summary>What the words say.</summary>
    internal sealed record Weights(WordWeights Posts, WordWeights Headings, WordWeights Units)
    {
        /// <summary>What a word says.</summary>
        internal double Of(WordPlace place, ReadOnlySpan<char> word) =>
            OfPost(place) ? Posts.Of(place, word) : place >= WordPlace.UnitText ? Units.Of(place, word) : Headings.Of(place, word);

        /// <summary>The words to keep.</summary>
        internal IEnumerable<(WordPlace Place, string Word, double Odds)> All() => Posts.All().Concat(Headings.All()).Concat(Units.All());
    }
}
