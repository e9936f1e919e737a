using System.Globalization;
using SearchNotes.Querying;

namespace SearchNotes.Benchmarks.Cluster;

/// <summary>Compares the answers of two engines query by query.</summary>
internal static class ClusterParity
{
    /// <summary>Prints the share of queries that are answered alike, and those whose totals or first hits are not.</summary>
    public static void Print(string[] texts, ITalkSearcher expected, ITalkSearcher actual, TimeSpan budget)
    {
        var (totals, first, ten, flagged, words) = (0, 0, 0, 0, 0);
        List<string> others = [];
        foreach (var text in texts)
        {
            var request = new SearchRequest { Query = text, Budget = budget };
            var (one, other) = (expected.Search(request), actual.Search(request));
            var isTotal = Counts(one) == Counts(other);
            var isFirst = Ids(one).FirstOrDefault() == Ids(other).FirstOrDefault();
            totals += isTotal ? 1 : 0;
            first += isFirst ? 1 : 0;
            ten += Ids(one).SequenceEqual(Ids(other)) ? 1 : 0;
            flagged += one.Hits.Join(other.Hits, IdOf, IdOf, (a, b) => Flagged(a) == Flagged(b)).All(same => same) ? 1 : 0;
            words += Words(one) == Words(other) ? 1 : 0;
            if (!isTotal || !isFirst)
                others.Add(string.Create(CultureInfo.InvariantCulture, $"{text}: {one.Total} and {other.Total} hits"));
        }

        Print("the same total and facet counts", totals, texts.Length);
        Print("the same first hit", first, texts.Length);
        Print("the same ten hits in the same order", ten, texts.Length);
        Print("the same words flagged", flagged, texts.Length);
        Print("the same corrections, absent words, near only", words, texts.Length);
        others.ForEach(Console.WriteLine);
    }

    private static void Print(string what, int equal, int all) =>
        ClusterCommand.Line(what, "", string.Create(CultureInfo.InvariantCulture, $"{equal} of {all}"), "");

    private static string Counts(SearchResult result) => string.Join('\n',
        Facet.All.Select(facet => string.Join(',', result.Facets[facet].Select(value => value.Count))).Prepend($"{result.Total}"));

    private static IEnumerable<string> Ids(SearchResult result) => result.Hits.Select(IdOf);

    private static string IdOf(TalkHit hit) => hit.Talk.Talk.Id;

    private static string Words(SearchResult result) =>
        $"{result.NearOnly} {string.Join(',', result.Absent)} {string.Join(',', result.GivenUp)} {string.Join(',', result.Corrections)}";

    private static string Flagged(TalkHit hit) =>
        string.Join('|', hit.Matches.SelectMany(match => match.Runs).Where(run => run.IsMatch).Select(run => run.Text));
}
