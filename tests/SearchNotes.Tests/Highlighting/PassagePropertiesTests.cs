using System.Numerics;
using CsCheck;
using SearchNotes.Highlighting;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Highlighting;

public sealed class PassagePropertiesTests
{
    /// <summary>What texts are made of, the awkward parts above all.</summary>
    private static readonly string[] Pieces =
    [
        " ", " ", " ", " ", "\n", ". ", "? ", "redis", "Redis", "queue", "queues", "job", "LinearSVC", "real-time", "don't", "e.g. ",
        "q.enqueue(f)",
        "ü", "u\u0308", "e\u0301\u0302", "\ud83d\ude00", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\ud83c\udde6\ud83c\uddfa",
        "\ud83d\udc4d\ud83c\udffd",
        "日本語", "テスト", "。", "\u0301", "\ud83d", "\udc00", "a", "Word", "words", "\t", "    ", "----------", "x = 1",
    ];

    private static readonly Gen<string> Texts =
        Gen.OneOf(Gen.Int[0, 60], Gen.Int[200, 600]).SelectMany(length => Gen.Int[0, Pieces.Length - 1].Array[length])
            .Select(picks => string.Concat(picks.Select(pick => Pieces[pick])));

    private static readonly Gen<Passage> Passages =
        Gen.Select(Gen.Int[0, 3], Texts, Gen.Int[-1, 1]).Select((kind, text, section) => Some.Passage((PassageKind)kind, text, section));

    private static readonly HighlightQuery Query = Some.Wanted("redis \"job queue\" linear don't テス スト u");

    [Fact]
    public void A_passage_without_its_ellipses_is_a_part_of_its_block_and_cuts_no_character()
    {
        Gen.Select(Passages.Array[0, 4], Gen.Bool).Sample((passages, wantsNothing) =>
        {
            var talk = Some.Talk([Some.Section("One"), Some.Section("Redis")], passages);

            var matches = PassageMaker.Best(talk, wantsNothing ? HighlightQuery.Empty : Query);

            foreach (var match in matches.Where(match => match.Field is not (MatchField.Heading or MatchField.Topic)))
            {
                Assert.All(match.Runs, run => Assert.NotEmpty(run.Text));
                foreach (var shown in Parts(match.Runs))
                {
                    Assert.InRange(shown.Length, 0, 400);
                    Assert.Contains(passages, passage => StandsWhole(passage.Text, shown));
                }
            }
        }, iter: 2_000);
    }

    /// <summary>The text of the blocks that a match shows, without what was put between and around them.</summary>
    private static string[] Parts(IReadOnlyList<Run> runs)
    {
        var first = runs is [(RunMaker.Ellipsis + " ", false), ..] ? 1 : 0;
        var last = runs is [.., (" " + RunMaker.Ellipsis, false)] ? 1 : 0;
        var shown = string.Concat(runs.Skip(first).SkipLast(last).Select(run => run.Text == PassageMaker.BetweenBlocks ? "\0" : run.Text));
        return shown.Split('\0');
    }

    /// <summary>Whether a part stands somewhere in a text without beginning or ending inside a character.</summary>
    private static bool StandsWhole(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0
            && at + part.Length <= text.Length; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            if (IsBorder(text, at) && IsBorder(text, at + part.Length))
                return true;
        }

        return false;
    }

    private static bool IsBorder(string text, int at) =>
        at == 0 || at == text.Length || !TextCut.Continues(text, at) && text[at - 1] != TextCut.Joiner;

    [Fact]
    public void Names_in_runs_joined_are_the_names()
    {
        Texts.Sample(text =>
        {
            var runs = Highlighter.Runs(text, Query, MatchField.Topic);

            Assert.Equal(text, string.Concat(runs.Select(run => run.Text)));
            Assert.All(runs.Zip(runs.Skip(1)),
                pair => Assert.False(char.IsHighSurrogate(pair.First.Text[^1]) && char.IsLowSurrogate(pair.Second.Text[0])));
        }, iter: 2_000);
    }

    /// <summary>A slow reading of the same rule: no group of occurrences within reach shows more words.</summary>
    [Fact]
    public void The_best_window_shows_as_many_words_as_any()
    {
        var occurrence = Gen.Select(Gen.Int[0, 900], Gen.Int[0, 5]).Select((start, word) => new Occurrence(start, start + 5, 1UL << word));
        var wanted = new HighlightQuery([.. Enumerable.Range(0, 6).Select(i => new HighlightTerm([$"w{i}"], 1))], [], []);
        occurrence.Array[1, 30].Sample(found =>
        {
            var occurrences = found.OrderBy(o => o.Start).ToArray();

            var window = Window.Best(occurrences, wanted, 0, 0, [], 220);

            var most = occurrences.Max(first => occurrences
                .Where(o => o.Start >= first.Start && o.End - first.Start <= 220).Select(o => o.Words).Distinct().Count());
            Assert.Equal(most, BitOperations.PopCount(window.Words));
        }, iter: 5_000);
    }
}
