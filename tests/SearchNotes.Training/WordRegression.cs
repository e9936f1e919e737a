using SearchNotes.Talks.Features;

namespace SearchNotes.Training;

/// <summary>Learns what words in some places say: a logistic regression over all of them.</summary>
internal sealed class WordRegression
{
    private const float Rate = 0.3f;
    private const float Shrinkage = 3e-4f;

    // Words of fewer repositories are left out.
    private const int Least = 3;
    private readonly int epochs;
    private readonly WordPlace[] places;
    private readonly Dictionary<string, int>[] ids =
        [.. Enum.GetValues<WordPlace>().Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly List<HashSet<string>> repos = [];
    private readonly List<float> least = [];
    private readonly List<Text> texts = [];

    /// <summary>Initializes one that has heard nothing.</summary>
    internal WordRegression(int epochs, params WordPlace[] places) => (this.epochs, this.places) = (epochs, places);

    /// <summary>Hears what is right of some texts.</summary>
    /// <param name="repo">Their repository.</param>
    /// <param name="isTalk">What is right.</param>
    /// <param name="weight">How much it counts.</param>
    /// <param name="words">The words, with what each counts.</param>
    internal void Add(string repo, bool isTalk, float weight, IEnumerable<(WordPlace Place, string Word, float Share)> words)
    {
        var known = new List<(int, float)>();
        foreach (var (place, word, share) in words)
        {
            if (!ids[(int)place].TryGetValue(word, out var id))
            {
                ids[(int)place][word] = id = repos.Count;
                repos.Add([]);
                least.Add(place == WordPlace.Folder ? 0 : float.MinValue);
            }

            known.Add((id, share));
            if (repos[id].Count < Least)
                repos[id].Add(repo);
        }

        texts.Add(new Text(repo, isTalk, weight, [.. known]));
    }

    /// <summary>The id of a word in a place; -1 for one that is not known.</summary>
    internal int IdOf(WordPlace place, ReadOnlySpan<char> word) =>
        ids[(int)place].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var id) ? id : -1;

    /// <summary>The words of a place with their ids.</summary>
    internal IEnumerable<(WordPlace Place, string Word, int Id)> All() =>
        places.SelectMany(p => ids[(int)p].OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (p, w.Key, w.Value)));

    /// <summary>Learns from some repositories.</summary>
    internal WordWeights Fit(IReadOnlySet<string> from)
    {
        var known = texts.Where(t => from.Contains(t.Repo)).ToArray();
        var weights = new float[repos.Count];
        var squares = new float[repos.Count];
        var isKept = repos.ConvertAll(r => r.Count >= Least);
        float bias = 0, biasSquares = 0;
        var random = new Random(3);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(known);
            foreach (var text in known)
            {
                double odds = bias;
                foreach (var (id, share) in text.Words)
                    odds += weights[id] * share;
                var error = text.Weight * (float)((text.IsTalk ? 1 : 0) - SecondFeatures.Chance(odds));
                foreach (var (id, share) in text.Words)
                {
                    if (!isKept[id])
                        continue;
                    var slope = (error * share) - (Shrinkage * weights[id] * share);
                    squares[id] += slope * slope;
                    weights[id] = MathF.Max(least[id], weights[id] + (Rate * slope / MathF.Sqrt(0.01f + squares[id])));
                }

                biasSquares += error * error;
                bias += Rate * error / MathF.Sqrt(0.01f + biasSquares);
            }
        }

        return new WordWeights(this, weights, bias);
    }

    private sealed record Text(string Repo, bool IsTalk, float Weight, (int Id, float Share)[] Words);
}

/// <summary>What each word says.</summary>
internal sealed class WordWeights
{
    // As the model file has them: small ones are left out.
    private const double LeastWeight = 0.3;
    private readonly WordRegression words;
    private readonly float[] weights;

    internal WordWeights(WordRegression words, float[] weights, double bias)
    {
        this.words = words;
        this.weights = Array.ConvertAll(weights, w => Math.Abs(w) < LeastWeight ? 0 : (float)Math.Round(w, 1));
        Bias = Math.Round(bias, 3);
    }

    /// <summary>The log odds of a text of which no word is known.</summary>
    internal double Bias { get; }

    /// <summary>What a word says.</summary>
    internal double Of(WordPlace place, ReadOnlySpan<char> word) => words.IdOf(place, word) is >= 0 and var id ? weights[id] : 0;

    /// <summary>The words to keep.</summary>
    internal IEnumerable<(WordPlace Place, string Word, double Odds)> All() =>
        words.All().Where(w => weights[w.Id] != 0).Select(w => (w.Place, w.Word, Math.Round(weights[w.Id], 1)));
}
