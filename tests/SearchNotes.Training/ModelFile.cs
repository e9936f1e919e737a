using System.Globalization;
using SearchNotes.Talks.Model;

namespace SearchNotes.Training;

/// <summary>Writes the model file that the program reads; see <see cref="SplitModel"/>.</summary>
internal static class ModelFile
{
    /// <summary>Writes it.</summary>
    internal static void Write(string path, Fitted fitted, DecoderNumbers numbers)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"{SplitModel.Format} {SplitModel.Version}");
        writer.WriteLine(Line(numbers));
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bias {fitted.Odds.Bias}"));
        foreach (var words in fitted.Odds.All().GroupBy(w => (w.Place, w.Odds)).OrderBy(g => g.Key))
        {
            writer.WriteLine(
                string.Create(CultureInfo.InvariantCulture,
                    $"words {words.Key.Place} {words.Key.Odds} {string.Join(' ', words.Select(w => w.Word))}"));
        }
        Write(writer, 1, fitted.First);
        Write(writer, 2, fitted.Second);
    }

    /// <summary>Writes other numbers of the decoder into a file.</summary>
    internal static void Replace(string path, DecoderNumbers numbers) =>
        File.WriteAllText(path, string.Concat(File.ReadLines(path)
            .Select(line => (line.StartsWith("decoder ", StringComparison.Ordinal) ? Line(numbers) : line) + "\n").ToList()));

    private static string Line(DecoderNumbers n) => string.Create(CultureInfo.InvariantCulture,
        $"decoder {n.PostShift} {n.MostPost} {n.Headings} {n.Units} {n.Whole} {n.WholeShift} {n.SurePost} {n.LessDoubt} ")
        + string.Create(CultureInfo.InvariantCulture, $"{n.LeastPost} {n.LeastUnit} {n.LeastWhole} {n.Blog} {n.Slope} {n.Intercept}");

    private static void Write(StreamWriter writer, int stage, Ensemble[] ensembles)
    {
        foreach (var question in Enum.GetValues<Question>())
        {
            var ensemble = ensembles[(int)question];
            writer.WriteLine(
                string.Create(CultureInfo.InvariantCulture,
                    $"trees {stage} {question} {SplitModel.Columns(stage, question).Count} {ensemble.Bias}"));
            foreach (var line in ensemble.Lines)
                writer.WriteLine($"tree {line}");
        }
    }
}
