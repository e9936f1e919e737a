using System.Globalization;
using SearchNotes.Talks.Decoder;
using SearchNotes.Tests.Talks.Labels;

namespace SearchNotes.Training;

/// <summary>Talk beginnings found, wrong and missed; counted as <c>Labels/README.md</c> says.</summary>
internal sealed record Score(int Found = 0, int Wrong = 0, int Missed = 0, int Talkless = 0, int LeftAlone = 0, int Posts = 0)
{
    /// <summary>Precision and recall in one figure.</summary>
    internal double F1 => 2.0 * Found / Math.Max(1, (2 * Found) + Wrong + Missed);

    public static Score operator +(Score a, Score b) =>
        new(a.Found + b.Found, a.Wrong + b.Wrong, a.Missed + b.Missed, a.Talkless + b.Talkless, a.LeftAlone + b.LeftAlone,
            a.Posts + b.Posts);

    /// <summary>Scores a reading of a post.</summary>
    internal static Score Of(Example example, Reading reading)
    {
        var lines = Lines(example, reading);
        if (example.Labels is not { Talks.Count: > 0 } labels)
            return new Score(Wrong: lines.Count, Talkless: 1, LeftAlone: lines.Count == 0 ? 1 : 0, Posts: 1);
        var pairs = Pairs(labels.Talks, lines);
        var found = pairs.Count(p => !labels.Talks[p.Label].Optional);
        return new Score(found, lines.Count - pairs.Count, labels.Talks.Count(t => !t.Optional) - found, 0, 0, 1);
    }

    /// <summary>Whether each talk of a reading is one, by the lines of <see cref="Lines"/>; <see langword="null"/> for what a reader may
    /// call either.</summary>
    internal static List<bool?> Rights(Example example, Reading reading)
    {
        var lines = Lines(example, reading);
        var pairs = Pairs(example.Labels!.Talks, lines); // As above.
        return [.. lines.Select((_, i) => pairs.FindIndex(p => p.Line == i) is >= 0 and var at
            ? (example.Labels.Talks[pairs[at].Label].Optional ? (bool?)null : true) : false)];
    }

    /// <summary>The first lines of the talks, in order.</summary>
    internal static List<int> Lines(Example example, Reading reading)
    {
        var candidates = example.Candidates;
        if (reading.Whole is not null)
            return [candidates.Whole.Heading?.Heading.Block.FirstLine ?? candidates.Outline.Blocks[0].FirstLine];
        return [.. reading.Headings.Select(c => candidates.Headings[c.Index].Heading.Block.FirstLine)
            .Concat(reading.Units.Select(c => candidates.Units[c.Index].Block.FirstLine)).Order()];
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture,
            $"{Posts,4} posts  F1 {F1:0.000}  (found {Found}, wrong {Wrong}, missed {Missed})  left alone {LeftAlone} of {Talkless}");

    private static List<(int Label, int Line)> Pairs(IReadOnlyList<LabelledTalk> labels, List<int> lines)
    {
        var pairs = new List<(int Label, int Line)>();
        for (var tolerance = 0; tolerance <= 2; tolerance++)
            Pair(_ => true, (label, line) => Math.Abs(line - label.Line) <= tolerance);
        Pair(label => !label.Form.StartsWith("heading", StringComparison.Ordinal), (label, line) => line <= label.EndLine
            && (label.Form == "whole-post" || line >= label.Line));
        return pairs;

        void Pair(Func<LabelledTalk, bool> takes, Func<LabelledTalk, int, bool> fits)
        {
            for (var l = 0; l < labels.Count; l++)
            {
                if (!takes(labels[l]) || pairs.Exists(p => p.Label == l))
                    continue;
                var line = Enumerable.Range(0, lines.Count)
                    .FirstOrDefault(i => fits(labels[l], lines[i]) && !pairs.Exists(p => p.Line == i), -1);
                if (line >= 0)
                    pairs.Add((l, line));
            }
        }
    }
}
