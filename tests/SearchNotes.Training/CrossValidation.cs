using SearchNotes.Talks.Features;

namespace SearchNotes.Training;

/// <summary>Judges every post by a model that has seen no post of its repository.</summary>
internal static class CrossValidation
{
    private const int Count = 5;

    /// <summary>The opinions, post by post; what this repository holds itself teaches and is not judged, and
    /// of the copies every fourth is.</summary>
    /// <param name="words">The words of all examples.</param>
    /// <param name="examples">The examples.</param>
    /// <param name="share">Of the repositories that could be learned from, so many are.</param>
    internal static List<(Example Example, Opinions Opinions)> Run(CountedWords words, IReadOnlyList<Example> examples, double share)
    {
        var judged = new List<(Example, Opinions)>();
        foreach (var fold in Folds.Of(examples.Where(e => e.Set != LabelledData.Own && !e.IsCopy), Count))
        {
            var known =
                examples.Where(e => e.Set == LabelledData.Own || (!fold.Contains(e.Repo) && Folds.Hash(e.Repo) % 1000 < share * 1000))
                .ToList();
            var fitted = Fitted.Of(words, known);
            judged.AddRange(examples.Where(e => fold.Contains(e.Repo) && e.Set != LabelledData.Own && (!e.IsCopy || Copies.IsMeasured(e)))
                .AsParallel().AsOrdered().Select(e => (e, fitted.Judge(e))));
            Console.Error.WriteLine($"a fold is done");
        }

        return judged;
    }
}
