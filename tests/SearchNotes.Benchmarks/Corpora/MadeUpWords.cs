using System.Globalization;

namespace SearchNotes.Benchmarks.Corpora;

/// <summary>A vocabulary: the commonest words of English, then made-up ones, each used in inverse proportion to its rank (Zipf).</summary>
internal sealed class MadeUpWords
{
    private static readonly string[] Common =
        ("the of and to a in is that it for you we with this are be can not as or have but they from at what so how if all "
        + "more when your there was one will do which use about time get our make like some them").Split(' ');

    private static readonly string[] Onsets =
        ["b", "c", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "cr", "dr", "st", "tr", "pl", "sh", "qu"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ai", "ea", "ou", "io"];
    private static readonly string[] Codas = ["", "", "", "", "n", "r", "s", "l", "t", "m", "nd", "x"];
    private static readonly string[] Endings = ["s", "ed", "ing", "er"];

    private readonly string[] words;
    private readonly double[] sums;

    /// <summary>Makes the words up.</summary>
    public MadeUpWords(int size, Dice dice)
    {
        var all = new List<string>(Common);
        var known = new HashSet<string>(Common, StringComparer.Ordinal);
        while (all.Count < size)
        {
            var word = Syllables(dice, dice.Between(2, 3));
            if (known.Add(word))
                all.Add(word);
        }

        words = [.. all];
        sums = new double[size];
        var sum = 0.0;
        for (var rank = 0; rank < size; rank++)
            sums[rank] = sum += 1.0 / (rank + 2.7);
    }

    /// <summary>A word of running text.</summary>
    public string Any(Dice dice) => At(dice, 0);

    /// <summary>A word that says something; one in six in another form than the dictionary's.</summary>
    public string Telling(Dice dice)
    {
        var word = At(dice, Common.Length);
        return dice.Chance(1 / 6.0) ? word + dice.Pick(Endings) : word;
    }

    /// <summary>Whether a word of running text says little.</summary>
    public static bool IsCommon(string word) => Array.IndexOf(Common, word) >= 0;

    /// <summary>A first name or a surname.</summary>
    public static string Name(Dice dice) => Capital(Syllables(dice, dice.Between(2, 3)));

    /// <summary>The word with a capital.</summary>
    public static string Capital(string word) => word.Length == 0 ? word : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];

    private string At(Dice dice, int firstRank)
    {
        var below = firstRank == 0 ? 0.0 : sums[firstRank - 1];
        var at = Array.BinarySearch(sums, below + (dice.Unit() * (sums[^1] - below)));
        return words[Math.Min(at < 0 ? ~at : at, words.Length - 1)];
    }

    private static string Syllables(Dice dice, int count)
    {
        var word = "";
        for (var i = 0; i < count; i++)
            word += dice.Pick(Onsets) + dice.Pick(Vowels) + (i == count - 1 || dice.Chance(0.2) ? dice.Pick(Codas) : "");
        return word;
    }
}
