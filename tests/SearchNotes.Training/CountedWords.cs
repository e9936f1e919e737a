using SearchNotes.Talks.Features;

namespace SearchNotes.Training;

/// <summary>In how many repositories each word stands in headings and leads of talks, and in how many elsewhere; and the words of whole
/// posts.</summary>
internal sealed class CountedWords
{
    private static readonly int Places = Enum.GetValues<WordPlace>().Length;
    private readonly Dictionary<string, int>[] ids =
        [.. Enumerable.Range(0, Places).Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly Dictionary<string, (HashSet<int> Talk, HashSet<int> Other)[]> byRepo = new(StringComparer.Ordinal);

    private readonly LearnedWords learned;

    /// <summary>Counts the words of all examples once.</summary>
    internal CountedWords(IReadOnlyList<Example> examples)
    {
        learned = new LearnedWords(examples);
        foreach (var example in examples)
        {
            if (!byRepo.TryGetValue(example.Repo, out var sets))
                byRepo[example.Repo] = sets = [.. Enumerable.Range(0, Places).Select(_ => (new HashSet<int>(), new HashSet<int>()))];
            if (example.HasPlaces)
                AddPlaces(example, sets);
        }
    }

    /// <summary>The odds that some repositories give.</summary>
    internal Odds Of(IReadOnlyCollection<string> repos) => new(this, repos);

    private void AddPlaces(Example example, (HashSet<int> Talk, HashSet<int> Other)[] sets)
    {
        var candidates = example.Candidates;
        var over = new HashSet<int>();
        for (var i = 0; i < example.Headings.Length; i++)
        {
            Add(sets, WordPlace.Heading, candidates.Headings[i].Text, example.Headings[i]);
            if (example.Headings[i] == 1 && candidates.Headings[i].Heading.Parent is { } parent)
                over.Add(parent.Index);
        }

        for (var i = 0; i < example.Units.Length; i++)
        {
            Add(sets, WordPlace.Lead, PostView.LeadText(candidates.Units[i].Block), example.Units[i]);
            if (example.Units[i] == 1 && candidates.Units[i].Heading >= 0)
                over.Add(candidates.Units[i].Heading);
        }

        for (var i = 0; i < example.Headings.Length; i++)
        {
            if (example.Headings[i] == 0)
                Add(sets, WordPlace.Group, candidates.Headings[i].Heading.Text, (sbyte)(over.Contains(i) ? 1 : 0));
        }
    }

    private void Add((HashSet<int> Talk, HashSet<int> Other)[] sets, WordPlace place, string text, sbyte target)
    {
        if (target < 0)
            return;
        var known = ids[(int)place];
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var token in Tokens.In(text))
        {
            if (!lookup.TryGetValue(token, out var id))
                known[token.ToString()] = id = known.Count;
            (target == 1 ? sets[(int)place].Talk : sets[(int)place].Other).Add(id);
        }
    }

    /// <summary>The odds of some repositories, for one repository at a time: its own words count for nothing.</summary>
    internal sealed class Odds
    {
        private const double Most = 3;
        private const double LeastOdds = 0.3;

        // A word counts from so many repositories on; in running text chance plays more.
        private const int Least = 3;
        private const int LeastInText = 7;
        private readonly CountedWords words;
        private readonly HashSet<string> repos;
        private readonly int[][] talk;
        private readonly int[][] other;
        private readonly int[] talkRepos = new int[Places];
        private readonly int[] otherRepos = new int[Places];
        private readonly LearnedWords.Weights weights;
        private readonly List<(HashSet<string> Repos, LearnedWords.Weights Weights)> others;

        internal Odds(CountedWords words, IReadOnlyCollection<string> repos)
        {
            (this.words, this.repos) = (words, [.. repos]);
            weights = words.learned.Fit(this.repos);
            others = words.learned.FitOthers(this.repos);
            talk = [.. words.ids.Select(i => new int[i.Count])];
            other = [.. words.ids.Select(i => new int[i.Count])];
            foreach (var repo in this.repos)
            {
                for (var place = 0; place < Places; place++)
                {
                    var (inTalk, elsewhere) = words.byRepo[repo][place];
                    talkRepos[place] += inTalk.Count > 0 ? 1 : 0;
                    otherRepos[place] += elsewhere.Count > 0 ? 1 : 0;
                    foreach (var id in inTalk)
                        talk[place][id]++;
                    foreach (var id in elsewhere)
                        other[place][id]++;
                }
            }
        }

        /// <summary>The odds for a repository's posts.</summary>
        internal WordOdds For(string repo) => repos.Contains(repo)
            ? new View(this, words.byRepo[repo], others.Find(o => o.Repos.Contains(repo)).Weights ?? weights)
            : new View(this, null, weights);

        /// <summary>The log odds of a post of which no word is known.</summary>
        internal double Bias => weights.Posts.Bias;

        /// <summary>The words to keep, with their odds.</summary>
        internal IEnumerable<(WordPlace Place, string Word, double Odds)> All()
        {
            foreach (var word in weights.All())
                yield return word;
            for (var place = 0; place < Places; place++)
            {
                foreach (var (word, id) in words.ids[place].OrderBy(w => w.Key, StringComparer.Ordinal))
                {
                    if (Of((WordPlace)place, id, null) is var odds && odds != 0)
                        yield return ((WordPlace)place, word, odds);
                }
            }
        }

        private double Of(WordPlace place, int id, (HashSet<int> Talk, HashSet<int> Other)[]? own)
        {
            var p = (int)place;
            var (t, o) = (talk[p][id], other[p][id]);
            if (own is not null && t + o > 0)
                (t, o) = (t - (own[p].Talk.Contains(id) ? 1 : 0), o - (own[p].Other.Contains(id) ? 1 : 0));
            if (t + o < (place is WordPlace.Lead ? LeastInText : Least))
                return 0;
            var odds = Math.Round(
                Math.Clamp(Math.Log((t + 0.5) / (talkRepos[p] + 1)) - Math.Log((o + 0.5) / (otherRepos[p] + 1)), -Most, Most), 1);
            return Math.Abs(odds) < LeastOdds ? 0 : odds;
        }

        private sealed class View(Odds odds, (HashSet<int> Talk, HashSet<int> Other)[]? own, LearnedWords.Weights weights) : WordOdds
        {
            internal override double Bias => weights.Posts.Bias;

            internal override double Of(WordPlace place, ReadOnlySpan<char> word) => place >= WordPlace.Title ? weights.Of(place, word)
                : odds.words.ids[(int)place].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var id)
                ? odds.Of(place, id, own) : 0;
        }
    }
}
