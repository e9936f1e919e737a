using System.Globalization;
using System.Text;
using SearchNotes.Talks.Model;

namespace SearchNotes.Training;

/// <summary>A row to learn from.</summary>
/// <param name="Features">What was observed.</param>
/// <param name="IsTalk">What is right.</param>
/// <param name="Weight">How much it counts.</param>
internal readonly record struct Row(float[] Features, bool IsTalk, float Weight);

/// <summary>How trees are grown.</summary>
/// <param name="Rounds">How many.</param>
/// <param name="Rate">How much each one adds.</param>
/// <param name="Depth">How many questions in a row.</param>
/// <param name="LeastWeight">The least curvature of an end: about four rows at even odds are 1.</param>
/// <param name="Shrinkage">How much ends are drawn to 0.</param>
/// <param name="Rows">The share of rows for each tree.</param>
/// <param name="Columns">The share of features for each tree.</param>
/// <param name="Runs">How often trees are grown anew, from other random numbers; what counts is the mean of all.</param>
internal sealed record Growth(int Rounds = 140, double Rate = 0.08, int Depth = 5, double LeastWeight = 3, double Shrinkage = 3,
    double Rows = 0.7, double Columns = 0.35, int Runs = 3);

/// <summary>Boosts trees for the logistic loss, over histograms of at most 64 bins.</summary>
internal sealed class TreeTrainer
{
    private const int Bins = 64;
    private readonly IReadOnlyList<Row> rows;
    private readonly Growth growth;
    private readonly byte[][] bins;
    private readonly float[][] borders;
    private readonly double[] scores;
    private readonly Slope[] slopes;
    private readonly int[] behind;
    private Random random = new(7);
    private int[] columns = [];

    private TreeTrainer(IReadOnlyList<Row> rows, Growth growth)
    {
        (this.rows, this.growth) = (rows, growth);
        var columns = rows[0].Features.Length;
        borders = [.. Enumerable.Range(0, columns).Select(Borders)];
        bins = [.. Enumerable.Range(0, columns).Select(c => rows.Select(r => Bin(borders[c], r.Features[c])).ToArray())];
        scores = new double[rows.Count];
        slopes = new Slope[rows.Count];
        behind = new int[rows.Count];
    }

    /// <summary>Grows trees.</summary>
    internal static Ensemble Fit(IReadOnlyList<Row> rows, Growth growth)
    {
        var talk = rows.Sum(r => r.IsTalk ? r.Weight : 0.0);
        var all = rows.Sum(r => (double)r.Weight);
        var bias = Math.Log((talk + 0.5) / (all - talk + 0.5));
        var ensemble = new Ensemble(bias);
        if (talk < 1 || talk > all - 1)
            return ensemble;
        var trainer = new TreeTrainer(rows, growth);
        for (var run = 0; run < growth.Runs; run++)
        {
            trainer.random = new Random(7 + run);
            Array.Fill(trainer.scores, bias);
            for (var round = 0; round < growth.Rounds; round++)
                ensemble.Add(trainer.Grow());
        }

        return ensemble;
    }

    private float[] Borders(int column)
    {
        var values = rows.Select(r => r.Features[column]).Where(v => !float.IsNaN(v)).Order().ToArray();
        var borders = new List<float>();
        for (var i = 1; i < Bins - 1 && values.Length > 0; i++)
        {
            // Rounded as the model file writes it.
            var value =
                float.Parse(values[(int)((long)i * values.Length / (Bins - 1))].ToString("G4", CultureInfo.InvariantCulture),
                    CultureInfo.InvariantCulture);
            if (value < values[^1] && (borders.Count == 0 || value > borders[^1]))
                borders.Add(value);
        }

        return [.. borders];
    }

    // Bin 0 holds what is not a number and what is at most the first border.
    private static byte Bin(float[] borders, float value)
    {
        if (float.IsNaN(value))
            return 0;
        var index = Array.BinarySearch(borders, value);
        return (byte)(index >= 0 ? index : ~index);
    }

    private string Grow()
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var chance = 1 / (1 + Math.Exp(-scores[i]));
            slopes[i] = new Slope((float)(rows[i].Weight * ((rows[i].IsTalk ? 1 : 0) - chance)),
                (float)(rows[i].Weight * chance * (1 - chance)));
        }

        var sample = Enumerable.Range(0, rows.Count).Where(_ => random.NextDouble() < growth.Rows).ToArray();
        columns = [.. Enumerable.Range(0, borders.Length).Where(c => borders[c].Length > 0 && random.NextDouble() < growth.Columns)];
        var text = new StringBuilder();
        Split(sample, Histogram(sample), 0, text, [.. Enumerable.Range(0, rows.Count)]);
        return text.ToString().TrimEnd();
    }

    private void Split(Span<int> sample, Slope[] histogram, int depth, StringBuilder text, Span<int> all)
    {
        double gradient = 0, curvature = 0;
        foreach (var i in sample)
        {
            gradient += slopes[i].Gradient;
            curvature += slopes[i].Curvature;
        }

        var value = growth.Rate * gradient / (curvature + growth.Shrinkage);
        var best = depth == growth.Depth ? (Gain: 0, Column: -1, Bin: 0) : Best(histogram, gradient, curvature);
        if (best.Column < 0)
        {
            var share = Math.Round(value / growth.Runs, 3);
            foreach (var i in all)
                scores[i] += share * growth.Runs;
            text.Append(CultureInfo.InvariantCulture, $"={share} ");
            return;
        }

        text.Append(CultureInfo.InvariantCulture,
            $"{best.Column}<{borders[best.Column][best.Bin]}:{Math.Round(value / growth.Runs, 3)} ");
        var (middle, middleOfAll) = (Divide(sample, best.Column, best.Bin), Divide(all, best.Column, best.Bin));
        // Only the smaller half is counted; the other is what is left.
        var isLeftSmall = middle < sample.Length - middle;
        var small = depth + 1 == growth.Depth ? [] : Histogram(isLeftSmall ? sample[..middle] : sample[middle..]);
        for (var i = 0; i < small.Length; i++)
        {
            histogram[i].Gradient -= small[i].Gradient;
            histogram[i].Curvature -= small[i].Curvature;
        }

        Split(sample[..middle], isLeftSmall ? small : histogram, depth + 1, text, all[..middleOfAll]);
        Split(sample[middle..], isLeftSmall ? histogram : small, depth + 1, text, all[middleOfAll..]);
    }

    // Moves the rows up to a bin to the front, the order otherwise unchanged, and says how many they are.
    private int Divide(Span<int> these, int column, int bin)
    {
        var of = bins[column];
        var right = 0;
        var left = 0;
        foreach (var i in these)
        {
            if (of[i] > bin)
                behind[right++] = i;
            else
                these[left++] = i;
        }

        behind.AsSpan(0, right).CopyTo(these[left..]);
        return left;
    }

    private Slope[] Histogram(ReadOnlySpan<int> sample)
    {
        var ofSample = new Slope[sample.Length];
        for (var k = 0; k < sample.Length; k++)
            ofSample[k] = slopes[sample[k]];
        var histogram = new Slope[columns.Length * Bins];
        for (var c = 0; c < columns.Length; c++)
        {
            var of = bins[columns[c]];
            var sums = histogram.AsSpan(c * Bins, Bins);
            for (var k = 0; k < sample.Length; k++)
            {
                ref var sum = ref sums[of[sample[k]]];
                sum.Gradient += ofSample[k].Gradient;
                sum.Curvature += ofSample[k].Curvature;
            }
        }

        return histogram;
    }

    private (double Gain, int Column, int Bin) Best(Slope[] histogram, double gradient, double curvature)
    {
        var best = (Gain: 1e-3, Column: -1, Bin: 0);
        var whole = gradient * gradient / (curvature + growth.Shrinkage);
        for (var c = 0; c < columns.Length; c++)
        {
            double left = 0, leftCurvature = 0;
            for (var bin = 0; bin < borders[columns[c]].Length; bin++)
            {
                left += histogram[(c * Bins) + bin].Gradient;
                leftCurvature += histogram[(c * Bins) + bin].Curvature;
                var rightCurvature = curvature - leftCurvature;
                if (leftCurvature < growth.LeastWeight || rightCurvature < growth.LeastWeight)
                    continue;
                var right = gradient - left;
                var gain = (left * left / (leftCurvature + growth.Shrinkage)) + (right * right / (rightCurvature + growth.Shrinkage))
                    - whole;
                if (gain > best.Gain)
                    best = (gain, columns[c], bin);
            }
        }

        return best;
    }

    /// <summary>First and second derivative of the loss, added up over rows.</summary>
    private record struct Slope(float Gradient, float Curvature);
}

/// <summary>Trees with their text for the model file.</summary>
internal sealed class Ensemble(double bias)
{
    /// <summary>Their lines in the model file.</summary>
    internal List<string> Lines { get; } = [];

    /// <summary>The log odds without trees.</summary>
    internal double Bias { get; } = Math.Round(bias, 4);

    /// <summary>The trees.</summary>
    internal Trees Trees { get; } = new(Math.Round(bias, 4));

    /// <summary>Adds one.</summary>
    internal void Add(string line)
    {
        Lines.Add(line);
        Trees.Add(line);
    }
}
