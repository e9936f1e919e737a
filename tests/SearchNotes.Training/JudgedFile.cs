using System.Globalization;
using SearchNotes.Talks.Features;

namespace SearchNotes.Training;

/// <summary>Keeps what the folds thought of each post, so that decoder and thresholds can be chosen again without learning.</summary>
internal static class JudgedFile
{
    /// <summary>Writes the opinions: a line for each post.</summary>
    internal static void Write(string path, IEnumerable<(Example Example, Opinions Opinions)> judged)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        foreach (var (example, opinions) in judged)
        {
            var mark = opinions.IsOrdinary ? " ordinary" : "";
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{example.Key}\t{opinions.Post:0.000} {opinions.Whole:0.000}{mark}\t{Text(opinions.Headings)}\t{Text(opinions.Units)}"));
        }
    }

    /// <summary>Reads them again for the same posts.</summary>
    internal static List<(Example Example, Opinions Opinions)> Read(string path, IEnumerable<Example> examples)
    {
        var byKey = examples.Where(e => e.Set != LabelledData.Own).ToDictionary(e => e.Key, StringComparer.Ordinal);
        return [.. File.ReadLines(path).Select(line => line.Split('\t')).Where(parts => byKey.ContainsKey(parts[0]))
            .Select(parts => (byKey[parts[0]], Of(parts[1].Split(' '), Numbers(parts[2]), Numbers(parts[3]))))];
    }

    private static Opinions Of(string[] post, double[] headings, double[] units) => post.Length > 2
        ? Opinions.OfOrdinary(Numbers(post[0])[0]) : new Opinions(Numbers(post[0])[0], Numbers(post[1])[0], headings, units);

    private static string Text(double[] odds) => string.Join(' ', odds.Select(o => o.ToString("0.000", CultureInfo.InvariantCulture)));

    private static double[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
}
