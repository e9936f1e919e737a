namespace SearchNotes.Benchmarks.Corpora;

/// <summary>Makes a thousand queries up from the talks of a corpus, so that the right answer is known.</summary>
internal sealed class MadeUpQueries(int talks)
{
    private const int MostKept = 4000;

    private readonly Dictionary<string, int> frequencies = new(StringComparer.Ordinal);
    private readonly List<MadeUpTalk> kept = [];
    private readonly int step = Math.Max(1, talks / MostKept);
    private int seen;

    /// <summary>Takes note of a talk. Its words are all counted; itself is kept when the corpus is small, else one in so many.</summary>
    public void See(MadeUpTalk talk)
    {
        foreach (var word in Words(talk.Title + " " + talk.Body).Distinct(StringComparer.Ordinal))
            frequencies[word] = frequencies.GetValueOrDefault(word) + 1;
        if (seen++ % step == 0 && talk.Body.Length > 0)
            kept.Add(talk);
    }

    /// <summary>Makes them: the classes and their shares are those of the table in <c>docs/performance</c>.</summary>
    public IEnumerable<BenchQuery> Make(Dice dice)
    {
        var withCode = kept.Where(talk => talk.Identifiers.Count > 0).ToList();
        if (withCode.Count == 0)
            withCode = kept;
        var byFrequency = frequencies.Where(f => IsTelling(f.Key)).OrderByDescending(f => f.Value)
            .ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key).ToList();
        for (var i = 0; i < 60; i++)
            yield return new("term-frequent", byFrequency[Math.Min(i, byFrequency.Count - 1)], "");
        for (var i = 0; i < 60; i++)
            yield return new("term-medium", byFrequency[Math.Min(byFrequency.Count / 20 + i, byFrequency.Count - 1)], "");
        for (var i = 0; i < 60; i++)
            yield return From(dice, "term-rare", talk => Rarest(talk.Body));
        for (var i = 0; i < 140; i++)
            yield return From(dice, "terms-2", talk => Some(talk.Title + " " + talk.Body, 2, dice));
        for (var i = 0; i < 120; i++)
            yield return From(dice, "terms-3", talk => Some(talk.Title + " " + talk.Body, 3, dice));
        for (var i = 0; i < 120; i++)
            yield return From(dice, "speaker", talk => dice.Pick(talk.Speakers));
        for (var i = 0; i < 40; i++)
            yield return From(dice, "speaker-and-terms", talk => dice.Pick(talk.Speakers).Split(' ')[^1] + " " + Some(talk.Title, 1, dice));
        for (var i = 0; i < 120; i++)
            yield return From(dice, "phrase", talk => "\"" + Neighbours(talk.Title, dice) + "\"");
        for (var i = 0; i < 120; i++)
            yield return From(dice, "prefix", talk => HalfTyped(Neighbours(talk.Title, dice)));
        for (var i = 0; i < 80; i++)
            yield return From(dice, "typo", talk => WithSlip(Some(talk.Title, 2, dice), dice));
        for (var i = 0; i < 80; i++)
        {
            var talk = dice.Pick(withCode);
            yield return new("code", talk.Identifiers.Count > 0 ? dice.Pick(talk.Identifiers) : talk.Title, talk.Id);
        }
    }

    private BenchQuery From(Dice dice, string className, Func<MadeUpTalk, string> text)
    {
        var talk = dice.Pick(kept);
        return new(className, text(talk), talk.Id);
    }

    private string Rarest(string text) => Words(text).Where(IsTelling).MinBy(word => (frequencies[word], word)) ?? text;

    private static string Some(string text, int count, Dice dice)
    {
        var telling = Words(text).Where(IsTelling).Distinct(StringComparer.Ordinal).ToList();
        var chosen = new List<string>();
        for (; count > 0 && telling.Count > 0; count--)
        {
            chosen.Add(dice.Pick(telling));
            telling.Remove(chosen[^1]);
        }

        return string.Join(' ', chosen);
    }

    private static string Neighbours(string title, Dice dice)
    {
        var all = title.Split(' ');
        var first = dice.Below(all.Length - 1);
        return all[first] + " " + all[first + 1];
    }

    private static string HalfTyped(string words) => words[..Math.Min(words.Length, words.IndexOf(' ', StringComparison.Ordinal) + 4)];

    /// <summary>Two letters change places, one is missing, or one is doubled; never the first.</summary>
    private static string WithSlip(string words, Dice dice)
    {
        var parts = words.Split(' ');
        var longest = Array.IndexOf(parts, parts.MaxBy(part => part.Length));
        var word = parts[longest];
        var at = dice.Between(1, word.Length - 2);
        parts[longest] = dice.Below(3) switch
        {
            0 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            1 => word[..at] + word[(at + 1)..],
            _ => word[..at] + word[at] + word[at..],
        };
        return string.Join(' ', parts);
    }

    private static bool IsTelling(string word) => word.Length > 3 && !MadeUpWords.IsCommon(word);

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && char.IsAsciiLetter(text[i]);
            if (isLetter && start < 0)
                start = i;
            if (isLetter || start < 0)
                continue;
            yield return text[start..i].ToLowerInvariant();
            start = -1;
        }
    }
}
