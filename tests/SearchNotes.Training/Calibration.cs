using SearchNotes.Talks.Features;
using SearchNotes.Talks.Model;

namespace SearchNotes.Training;

/// <summary>Turns log odds into chances that hold: of what is shown as 80 % sure, 80 % is right.</summary>
internal static class Calibration
{
    private const int Steps = 500;
    private const double Rate = 0.5;

    /// <summary>Fits slope and intercept to the talks shown, by gradient descent on the logistic loss.</summary>
    internal static DecoderNumbers Fit(List<(Example Example, Opinions Opinions)> judged, DecoderNumbers numbers)
    {
        var shown = Shown(judged, numbers);
        double slope = 1, intercept = 0;
        for (var step = 0; step < Steps; step++)
        {
            double ofSlope = 0, ofIntercept = 0;
            foreach (var (odds, isRight) in shown)
            {
                var error = (isRight ? 1 : 0) - SecondFeatures.Chance((slope * odds) + intercept);
                ofSlope += error * odds;
                ofIntercept += error;
            }

            slope += Rate * ofSlope / shown.Count / 4;
            intercept += Rate * ofIntercept / shown.Count;
        }

        return numbers with { Slope = Math.Round(slope, 3), Intercept = Math.Round(intercept, 3) };
    }

    /// <summary>Prints how much of what is shown as so sure is right.</summary>
    internal static void Print(List<(Example Example, Opinions Opinions)> judged, DecoderNumbers numbers)
    {
        var shown = Shown(judged, numbers).ConvertAll(s => (Sure: numbers.Confidence(s.Odds), s.IsRight));
        var error = 0.0;
        Console.WriteLine("sure        talks  right");
        foreach (var bin in shown.GroupBy(s => Math.Min(9, (int)(s.Sure * 10))).OrderBy(g => g.Key))
        {
            var (sure, right) = (bin.Average(s => s.Sure), bin.Average(s => s.IsRight ? 1.0 : 0));
            Console.WriteLine($"{bin.Key * 10,2} to {(bin.Key + 1) * 10,3} %  {bin.Count(),5}  {right:0.000}");
            error += Math.Abs(sure - right) * bin.Count() / shown.Count;
        }

        Console.WriteLine($"calibration error {error:0.000}");
    }

    private static List<(double Odds, bool IsRight)> Shown(List<(Example Example, Opinions Opinions)> judged, DecoderNumbers numbers)
    {
        var shown = new List<(double, bool)>();
        foreach (var (example, opinions) in judged.Where(j => j.Example.Labels is not null))
        {
            var reading = BlogOpinions.Read(example, opinions, numbers);
            var odds = reading.Whole is { } whole
                ? [whole] : reading.Headings.Select(h => (example.Candidates.Headings[h.Index].Heading.Block.FirstLine, h.Odds))
                .Concat(reading.Units.Select(u => (example.Candidates.Units[u.Index].Block.FirstLine, u.Odds))).OrderBy(t => t.FirstLine)
                .Select(t => t.Odds).ToList();
            var rights = Score.Rights(example, reading);
            shown.AddRange(odds.Select((o, i) => (Odds: o, Right: rights[i])).Where(t => t.Right is not null)
                .Select(t => (t.Odds, t.Right == true)));
        }

        return shown;
    }
}
