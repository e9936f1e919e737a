using SearchNotes.Talks;
using SearchNotes.Talks.Decoder;
using SearchNotes.Talks.Features;

namespace SearchNotes.Training;

/// <summary>Lets the posts of each blog hear each other, as the program does.</summary>
internal static class BlogOpinions
{
    /// <summary>The opinions with what the series of each post says.</summary>
    internal static List<(Example Example, Opinions Opinions)> Heard(List<(Example Example, Opinions Opinions)> judged)
    {
        var blogs = judged.GroupBy(j => j.Example.Repo).ToDictionary(g => g.Key,
            g => BlogPriors.Of([.. g.Select(j => (j.Example.Path, (int?)SeriesPrior.OpinionOf(j.Opinions.Post)))]));
        return judged.ConvertAll(j =>
            (j.Example, j.Opinions with { Post = blogs[j.Example.Repo].Of(j.Example.Path).Apply(j.Opinions.Post) }));
    }
}
