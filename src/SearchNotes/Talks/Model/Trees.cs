using System.Globalization;
using System.Runtime.InteropServices;

namespace SearchNotes.Talks.Model;

/// <summary>Boosted trees: each asks for features against thresholds and ends in a number; the numbers add up to log odds.</summary>
internal sealed class Trees
{
    private readonly List<Node> nodes = [];
    private readonly List<int> roots = [];

    /// <summary>A node: a question with two children, or an end.</summary>
    /// <param name="Feature">The feature asked for; -1 for an end.</param>
    /// <param name="Threshold">Above it the way goes right; what is not a number goes left.</param>
    /// <param name="Right">Index of the right child; the left one is the next node.</param>
    /// <param name="Value">What an end adds, and what a question's ends add on average.</param>
    private readonly record struct Node(int Feature, float Threshold, int Right, float Value);

    /// <summary>Makes trees.</summary>
    /// <param name="bias">The log odds without any tree.</param>
    internal Trees(double bias) => Bias = bias;

    /// <summary>The log odds without any tree.</summary>
    internal double Bias { get; }

    /// <summary>How many trees there are.</summary>
    internal int Count => roots.Count;

    /// <summary>The log odds of a candidate.</summary>
    internal double Score(float[] features)
    {
        var all = CollectionsMarshal.AsSpan(nodes);
        var sum = Bias;
        foreach (var root in roots)
        {
            var at = root;
            while (all[at].Feature >= 0)
                at = Next(in all[at], at, features);
            sum += all[at].Value;
        }

        return sum;
    }

    /// <summary>What each feature adds to the log odds: at each question that is asked, how much the answer moves the average of the ends
    /// below.</summary>
    internal double[] Contributions(float[] features)
    {
        var all = CollectionsMarshal.AsSpan(nodes);
        var shares = new double[features.Length];
        foreach (var root in roots)
        {
            for (var at = root; all[at].Feature >= 0;)
            {
                var next = Next(in all[at], at, features);
                shares[all[at].Feature] += all[next].Value - all[at].Value;
                at = next;
            }
        }

        return shares;
    }

    /// <summary>Adds a tree, its nodes from the root on, each question before what is below it: <c>feature&lt;threshold:value</c> or
    /// <c>=value</c>.</summary>
    internal void Add(string tree)
    {
        roots.Add(nodes.Count);
        var at = 0;
        var parts = tree.Split(' ');
        Read(parts, ref at);
    }

    private void Read(string[] parts, ref int at)
    {
        var part = parts[at++];
        var index = nodes.Count;
        if (part[0] == '=')
        {
            nodes.Add(new Node(-1, 0, 0, Number(part.AsSpan(1))));
            return;
        }

        var less = part.IndexOf('<', StringComparison.Ordinal);
        var colon = part.IndexOf(':', less);
        nodes.Add(default);
        Read(parts, ref at);
        var right = nodes.Count;
        Read(parts, ref at);
        nodes[index] =
            new Node(int.Parse(part.AsSpan(0, less), CultureInfo.InvariantCulture), Number(part.AsSpan(less + 1, colon - less - 1)), right,
                Number(part.AsSpan(colon + 1)));
    }

    private static float Number(ReadOnlySpan<char> text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static int Next(in Node node, int at, float[] features) =>
        features[node.Feature] > node.Threshold ? node.Right : at + 1;
}
