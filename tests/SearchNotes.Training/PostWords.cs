using SearchNotes.Talks.Features;

namespace SearchNotes.Training;

/// <summary>Learns what the words of a post say of whether it tells of talks: a logistic regression over all of them, each counted once
/// in each place.</summary>
internal sealed class PostWords
{
    private const int Epochs = 12;
    private const float Rate = 0.3f;
    private const float Shrinkage = 3e-4f;
    private const float OrdinaryWeight = 0.7f;
    private const float OwnWeight = 0.5f;
    private const int InnerFolds = 3;

    // Words of fewer repositories are left out.
    private const int Least = 3;
    private static readonly WordPlace[] Places = [.. Enum.GetValues<WordPlace>().Where(p => p >= WordPlace.Title)];
    private readonly Dictionary<string, int>[] ids =
        [.. Enum.GetValues<WordPlace>().Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly List<(Example Example, (int Id, float Share)[] Words)> posts = [];

    /// <summary>Reads the words of all examples once.</summary>
    internal PostWords(IReadOnlyList<Example> examples)
    {
        var repos = new List<HashSet<string>>();
        var read = examples.Where(e => e.Post >= 0).Select(e => (Example: e, Words: Read(e, repos))).ToList();
        posts.AddRange(read.Select(r => (r.Example, r.Words.Where(w => repos[w.Id].Count >= Least).ToArray())));
        Count = repos.Count;
    }

    /// <summary>How many words there are.</summary>
    internal int Count { get; }

    /// <summary>The id of a word in a place; -1 for one that is not known.</summary>
    internal int IdOf(WordPlace place, ReadOnlySpan<char> word) =>
        ids[(int)place].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var id) ? id : -1;

    /// <summary>The words of a place with their ids.</summary>
    internal IEnumerable<(WordPlace Place, string Word, int Id)> All() =>
        Places.SelectMany(p => ids[(int)p].OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (p, w.Key, w.Value)));

    /// <summary>Learns from some repositories.</summary>
    internal PostWeights Fit(IReadOnlySet<string> repos)
    {
        var known = posts.Where(p => repos.Contains(p.Example.Repo)).ToArray();
        var weights = new float[Count];
        var squares = new float[Count];
        float bias = 0, biasSquares = 0;
        var random = new Random(3);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(known);
            foreach (var (example, words) in known)
            {
                double odds = bias;
                foreach (var (id, share) in words)
                    odds += weights[id] * share;
                var error = WeightOf(example) * (float)((example.Post == 1 ? 1 : 0) - SecondFeatures.Chance(odds));
                foreach (var (id, share) in words)
                {
                    var slope = (error * share) - (Shrinkage * weights[id] * share);
                    squares[id] += slope * slope;
                    weights[id] += Rate * slope / MathF.Sqrt(0.01f + squares[id]);
                }

                biasSquares += error * error;
                bias += Rate * error / MathF.Sqrt(0.01f + biasSquares);
            }
        }

        return new PostWeights(this, weights, bias);
    }

    /// <summary>For each part of some repositories what the others of them teach: so a post is told of by words that it did not
    /// teach.</summary>
    internal List<(HashSet<string> Repos, PostWeights Weights)> FitOthers(IReadOnlySet<string> repos) =>
        [.. Folds.Of(posts.Select(p => p.Example).Where(e => repos.Contains(e.Repo)), InnerFolds)
            .Select(part => (part, Fit(repos.Where(r => !part.Contains(r)).ToHashSet(StringComparer.Ordinal))))];

    private static float WeightOf(Example example) =>
        example.Set == LabelledData.Own ? OwnWeight : example.Set == LabelledData.Ordinary ? OrdinaryWeight : 1;

    private (int Id, float Share)[] Read(Example example, List<HashSet<string>> repos)
    {
        var words = new List<(int, float)>();
        foreach (var place in Places)
        {
            var known = ids[(int)place];
            var here = new HashSet<int>();
            foreach (var token in Tokens.In(PostView.TextOf(place, example.Candidates.Outline)))
            {
                if (!known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var id))
                {
                    known[token.ToString()] = id = repos.Count;
                    repos.Add([]);
                }

                here.Add(id);
                if (repos[id].Count < Least)
                    repos[id].Add(example.Repo);
            }

            words.AddRange(here.Select(id => (id, (float)WordOdds.Share(place, here.Count))));
        }

        return [.. words];
    }
}

/// <summary>What each word of a post says.</summary>
internal sealed class PostWeights
{
    // As the model file has them: small ones are left out.
    private const double LeastWeight = 0.3;
    private readonly PostWords words;
    private readonly float[] weights;

    internal PostWeights(PostWords words, float[] weights, double bias)
    {
        this.words = words;
        this.weights = Array.ConvertAll(weights, w => Math.Abs(w) < LeastWeight ? 0 : (float)Math.Round(w, 1));
        Bias = Math.Round(bias, 3);
    }

    /// <summary>The log odds of a post of which no word is known.</summary>
    internal double Bias { get; }

    /// <summary>What a word says.</summary>
    internal double Of(WordPlace place, ReadOnlySpan<char> word) => words.IdOf(place, word) is >= 0 and var id ? weights[id] : 0;

    /// <summary>The words to keep.</summary>
    internal IEnumerable<(WordPlace Place, string Word, double Odds)> All() =>
        words.All().Where(w => weights[w.Id] != 0).Select(w => (w.Place, w.Word, Math.Round(weights[w.Id], 1)));
}
