using System.Text.RegularExpressions;
using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>Tells which relevant talk of a query a hit is. Headings are compared by their words alone.</summary>
internal sealed partial class HitJudge(JudgedQuery query)
{
    private readonly List<(RelevantTalk Talk, List<string> Names)> talks = [.. query.Relevant
        .Select(talk => (talk, talk.Heading is null ? [] : (talk.Alt ?? []).Prepend(talk.Heading).Select(Words).ToList()))];

    [GeneratedRegex(@"!?(?<!\\)\[((?:[^\[\]\\]|\\.)*)\](?:\([^)\s]*\)|\[[^\[\]]*\])")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+")]
    private static partial Regex Word { get; }

    /// <summary>Returns the grades of the hits in order. A second hit on the same talk is left out.</summary>
    public List<int> Grades(IEnumerable<StoredTalk> hits) => Grades(hits.Select(hit => (hit.Path, Names(hit))));

    /// <summary>Returns the grades of another engine's hits.</summary>
    public List<int> Grades(IEnumerable<PeerHit> hits) => Grades(hits.Select(hit => (hit.Path, Names(hit))));

    private List<int> Grades(IEnumerable<(string Path, IEnumerable<string> Names)> hits)
    {
        var seen = new HashSet<RelevantTalk>(ReferenceEqualityComparer.Instance);
        var grades = new List<int>();
        foreach (var hit in hits)
        {
            if (Find(hit.Path, hit.Names) is not { } talk)
                grades.Add(0);
            else if (seen.Add(talk))
                grades.Add(talk.Grade);
        }

        return grades;
    }

    private RelevantTalk? Find(string path, IEnumerable<string> names)
    {
        var here = talks.Where(t => IsSamePath(path, t.Talk.Path)).ToList();
        if (here.Count == 0)
            return null;
        if (here.Find(t => t.Talk.Heading is null) is { Talk: { } whole })
            return whole;
        foreach (var name in names)
        {
            if (here.Find(t => t.Names.Contains(name)) is { Talk: { } named })
                return named;
        }

        return null;
    }

    private static IEnumerable<string> Names(StoredTalk hit)
    {
        if (hit.Talk.Heading is { Length: > 0 } heading)
            yield return Words(heading);
        if (hit.Talk.Speakers.Count > 0)
            yield return Words($"{string.Join(" and ", hit.Talk.Speakers.Select(s => s.Name))} on {hit.Talk.Topic}");
        yield return Words(hit.Talk.Topic);
        if (hit.Talk.Kind == TalkKind.Post)
            yield return "";
    }

    private static IEnumerable<string> Names(PeerHit hit)
    {
        if (hit.Heading is { Length: > 0 } heading)
            yield return Words(heading);
        if (hit.Speaker is { Length: > 0 } speaker)
            yield return Words($"{speaker} on {hit.Title}");
        if (hit.Title is { Length: > 0 } title)
            yield return Words(title);
        if (string.IsNullOrEmpty(hit.Heading))
            yield return "";
    }

    private static bool IsSamePath(string hit, string wanted) =>
        hit == wanted || hit.EndsWith('/' + wanted) || wanted.EndsWith('/' + hit);

    private static string Words(string heading) =>
        string.Join(' ', Word.Matches(Link.Replace(heading, "$1").Replace('_', ' ')).Select(m => m.Value.ToLowerInvariant()));
}
