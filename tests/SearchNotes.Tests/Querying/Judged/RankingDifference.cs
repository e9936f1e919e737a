using System.Text;

namespace SearchNotes.Tests.Querying.Judged;

/// <summary>Says which queries moved between two golden texts, and from which rank to which.</summary>
internal static class RankingDifference
{
    public static string Between(string before, string after)
    {
        var (old, now) = (RankingsText.Blocks(before), RankingsText.Blocks(after));
        var text = new StringBuilder();
        foreach (var (query, lines) in now)
        {
            if (!old.TryGetValue(query, out var was))
                text.Append($"{query}\n    is new\n");
            else if (!was.SequenceEqual(lines, StringComparer.Ordinal))
                text.Append($"{query}\n{string.Concat(Changes(was, lines))}");
        }

        foreach (var query in old.Keys.Except(now.Keys))
            text.Append($"{query}\n    is gone\n");
        return text.ToString();
    }

    private static List<string> Changes(string[] before, string[] after)
    {
        var (old, now) = (Hits(before), Hits(after));
        var moves = now.Keys.Union(old.Keys)
            .Select(id => (Id: id, From: old.GetValueOrDefault(id), To: now.GetValueOrDefault(id)))
            .Where(move => move.From.Rank != move.To.Rank)
            .Select(move => $"    {move.Id} ({Grade(move.From.Grade ?? move.To.Grade)}): {Place(move.From.Rank)} → {Place(move.To.Rank)}\n")
            .ToList();
        return moves.Count > 0 ? moves : ["    the same order; the judgements, the flagged words or the remarks differ\n"];
    }

    private static string Grade(string? grade) => grade is null or "." ? "not judged" : $"grade {grade}";

    private static string Place(string? rank) => rank is null or "-" ? "not shown" : $"rank {rank}";

    private static Dictionary<string, (string? Rank, string? Grade)> Hits(string[] lines) => lines
        .Select(line => line.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries))
        .Where(parts => parts.Length >= 3 && (parts[0] == "-" || int.TryParse(parts[0], out _)) && parts[1].Length == 1)
        .ToDictionary(parts => parts[2], parts => ((string?)parts[0], (string?)parts[1]), StringComparer.Ordinal);
}
