using CsCheck;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using Xunit;
using static SearchNotes.Tests.SampleIndex;

namespace SearchNotes.Tests.Querying;

/// <summary>The index against a reading of the same talks that anyone can check: words in lists, one talk after the other.</summary>
public sealed class OracleTests
{
    // Three letters are never taken for typing errors, and none of these begins or stems another.
    private static readonly string[] Words = ["bax", "cud", "dov", "fip", "gur", "hol"];

    private static readonly Gen<string> Word = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    private static readonly Gen<string[][]> Talks =
        Gen.Select(Word.Array[1, 6], Word.Array[1, 6], (topic, text) => new[] { topic, text }).Array[1, 12]
        .Select(talks => talks.Select(t => new[] { string.Join(' ', t[0]), string.Join(' ', t[1]) }).ToArray());

    private static readonly Gen<Part> Simple = Gen.OneOf(
        Word.Select(w => new Part(w, talk => talk.Has(w))),
        Gen.Select(Word, Word, (a, b) => new Part($"\"{a} {b}\"", talk => talk.HasPhrase($"{a} {b}"))),
        Word.Select(w => new Part($"topic:{w}", talk => talk.TopicHas(w))));

    private static readonly Gen<Part> Alternatives =
        Gen.Select(Simple, Simple, (a, b) => new Part($"({a.Text} OR {b.Text})", talk => a.Holds(talk) || b.Holds(talk)));

    private static readonly Gen<Part> Positive = Gen.OneOf(Simple, Alternatives);

    [Fact]
    public void One_part_and_what_must_not_be_there_find_exactly_what_the_oracle_finds() =>
        Gen.Select(Talks, Positive, Simple.Array[0, 2]).Sample((texts, wanted, unwanted) =>
        {
            var query = wanted.Text + string.Concat(unwanted.Select(u => $" -{u.Text}")) + " ";

            var expected = Read(texts).Where(t => wanted.Holds(t) && !unwanted.Any(u => u.Holds(t))).Select(t => t.Id);

            Assert.Equal(expected.Order(StringComparer.Ordinal), Ids(texts, query).Order(StringComparer.Ordinal));
        }, iter: 100);

    [Fact]
    public void Several_parts_find_every_talk_with_all_and_none_without_any() =>
        Gen.Select(Talks, Positive.Array[2, 4]).Sample((texts, wanted) =>
        {
            var found = Ids(texts, string.Join(' ', wanted.Select(w => w.Text)) + " ").ToHashSet(StringComparer.Ordinal);

            Assert.All(Read(texts).Where(t => wanted.All(w => w.Holds(t))), t => Assert.Contains(t.Id, found));
            Assert.All(Read(texts).Where(t => !wanted.Any(w => w.Holds(t))), t => Assert.DoesNotContain(t.Id, found));
        }, iter: 100);

    private static IEnumerable<Oracle> Read(string[][] texts) =>
        texts.Select((t, i) => new Oracle($"p{i}.x", t[0].Split(' '), t[1].Split(' ')));

    private static List<string> Ids(string[][] texts, string query)
    {
        using var index = SampleIndex.Of([.. texts.Select((t, i) => Named(Talk(t[0], text: [t[1]], post: $"p{i}"), $"p{i}.x"))]);
        return [.. index.Search(new SearchRequest { Query = query, PerPage = 100 }).Hits.Select(h => h.Talk.Talk.Id)];
    }

    private static StoredTalk Named(StoredTalk stored, string id) => stored with { Talk = stored.Talk with { Id = id } };

    private sealed record Part(string Text, Func<Oracle, bool> Holds);

    private sealed record Oracle(string Id, string[] Topic, string[] Text)
    {
        public bool TopicHas(string word) => Topic.Contains(word);

        public bool Has(string word) => Topic.Contains(word) || Text.Contains(word);

        public bool HasPhrase(string phrase) =>
            $" {string.Join(' ', Topic)} ".Contains($" {phrase} ", StringComparison.Ordinal)
            || $" {string.Join(' ', Text)} ".Contains($" {phrase} ", StringComparison.Ordinal);
    }
}
