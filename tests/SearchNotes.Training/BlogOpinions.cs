using SearchNotes.Talks;
using SearchNotes.Talks.Decoder;
using SearchNotes.Talks.Features;
using SearchNotes.Talks.Model;

namespace SearchNotes.Training;

/// <summary>Lets the posts of each blog hear each other, as the program does.</summary>
internal static class BlogOpinions
{
    /// <summary>The opinions with what the series of each post says; whether a post is one of a blog is kept with the post.</summary>
    internal static List<(Example Example, Opinions Opinions)> Heard(List<(Example Example, Opinions Opinions)> judged)
    {
        var blogs = judged.Where(j => !j.Example.IsCopy).GroupBy(j => j.Example.Repo).ToDictionary(g => g.Key,
            g => BlogPriors.OfPaths([.. g.Select(j => j.Example.Path)])
                .With(g.Select(j => (j.Example.Path, (int?)SeriesPrior.OpinionOf(j.Opinions.Post)))));
        return judged.ConvertAll(j =>
        {
            if (j.Example.IsCopy)
                return j;
            var prior = blogs[j.Example.Repo].Of(j.Example.Path);
            // Those taken by lot were taken from whole blogs.
            j.Example.IsInBlog = prior.IsInBlog || j.Example.Set == LabelledData.Ordinary;
            return (j.Example, j.Opinions with { Post = prior.Apply(j.Opinions.Post, ofBlog: 0) });
        });
    }

    /// <summary>Reads a post as the program does.</summary>
    internal static Reading Read(Example example, Opinions opinions, DecoderNumbers numbers) =>
        TalkDecoder.Read(example.Candidates, opinions with { Post = opinions.Post - (example.IsInBlog ? numbers.Blog : 0) }, numbers);
}
