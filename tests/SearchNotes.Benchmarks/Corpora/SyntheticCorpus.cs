using System.Globalization;
using System.Text;
using System.Text.Json;
using SearchNotes.Posts;

namespace SearchNotes.Benchmarks.Corpora;

/// <summary>Makes up a corpus of any size. The same size gives the same bytes, whenever and wherever.</summary>
internal static class SyntheticCorpus
{
    private const ulong Seed = 20130707;

    /// <summary>Most talks in one post.</summary>
    private const int MaxTalks = 40;

    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web)
    {
        // Neighbouring tools read these lines with parsers of their own; plain letters are easier on the eye.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes <c>posts/</c>, the same talks as <c>docs.jsonl</c>, which talk stands where as <c>map.jsonl</c>, and
    /// <c>queries.tsv</c>.</summary>
    public static void Write(string folder, int talks)
    {
        Directory.CreateDirectory(Path.Combine(folder, "posts"));
        var queries = new MadeUpQueries(talks);
        using (var docs = new StreamWriter(Path.Combine(folder, "docs.jsonl")))
        using (var map = new StreamWriter(Path.Combine(folder, "map.jsonl")))
        {
            foreach (var post in Posts(talks))
            {
                File.WriteAllText(Path.Combine(folder, "posts", post.File), Markdown(post));
                for (var n = 0; n < post.Talks.Count; n++)
                {
                    var talk = post.Talks[n];
                    docs.WriteLine(
                        JsonSerializer.Serialize(new { talk.Id, talk.Title, talk.Speakers, talk.Topics, post.Event, post.Date, talk.Body },
                            OneLine));
                    map.WriteLine(JsonSerializer.Serialize(new { Post = post.File, N = n, talk.Id }, OneLine));
                    queries.See(talk);
                }
            }
        }

        File.WriteAllLines(Path.Combine(folder, "queries.tsv"), queries.Make(new Dice(Seed + 2)).Select(query => query.Line));
    }

    /// <summary>The posts, one after the other.</summary>
    public static IEnumerable<MadeUpPost> Posts(int talks)
    {
        var dice = new Dice(Seed);
        var words = new MadeUpWords(8000 + (talks / 2), new Dice(Seed + 1));
        var notes = new MadeUpNotes(words, dice);
        var people = Enumerable.Range(0, Math.Max(20, talks / 3)).Select(_ => $"{MadeUpWords.Name(dice)} {MadeUpWords.Name(dice)}")
            .ToList();
        var made = 0;
        for (var number = 0; made < talks; number++)
        {
            var count = Math.Min(talks - made, dice.Between(1, MaxTalks));
            var date = new DateOnly(2005, 1, 1).AddDays(number * 7 % 7000);
            var conference = $"{MadeUpWords.Name(dice)}Conf {date.Year.ToString(CultureInfo.InvariantCulture)}";
            string[] tags = [words.Telling(dice), words.Telling(dice), "conference"];
            var first = made;
            var day = Enumerable.Range(0, count).Select(i => Talk(first + i, people, tags, words, notes, dice)).ToList();
            yield return new MadeUpPost($"{date:yyyy-MM-dd}-{Slug.Make(conference)}-{number}.md", conference, date,
                dice.Pick(Enum.GetValues<HeadingShape>()), day);
            made += count;
        }
    }

    private static MadeUpTalk Talk(int number, List<string> people, string[] tags, MadeUpWords words, MadeUpNotes notes, Dice dice)
    {
        var title = string.Join(' ', Enumerable.Range(0, dice.Between(2, 6)).Select(_ => MadeUpWords.Capital(words.Telling(dice))));
        string[] speakers = dice.Chance(0.1) ? [dice.Pick(people), dice.Pick(people)] : [dice.Pick(people)];
        var (body, identifiers) = notes.Write();
        return new MadeUpTalk($"t{number.ToString("00000", CultureInfo.InvariantCulture)}", title, [.. speakers.Distinct()], tags, body,
            identifiers);
    }

    private static string Markdown(MadeUpPost post)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"---\nlayout: post\ntitle: \"{post.Event}\"\ndate: {post.Date:yyyy-MM-dd}\ntags: [{string.Join(", ", post.Talks[0].Topics)}]\n---\n\n");
        text.Append(CultureInfo.InvariantCulture, $"I am at {post.Event} and type these notes during the talks. There will be errors.\n\n");
        foreach (var talk in post.Talks)
            text.Append(CultureInfo.InvariantCulture, $"# {Heading(talk, post.Shape)}\n\n{talk.Body}\n\n");
        return text.ToString();
    }

    private static string Heading(MadeUpTalk talk, HeadingShape shape)
    {
        var speakers = string.Join(" and ", talk.Speakers);
        return shape switch
        {
            HeadingShape.On => $"{speakers} on {talk.Title}",
            HeadingShape.Dash => $"{talk.Title} - {speakers}",
            _ => $"{talk.Title} by {speakers}",
        };
    }
}
