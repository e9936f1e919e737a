using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SearchNotes.Posts;
using SearchNotes.Talks;

namespace SearchNotes.Indexing;

/// <summary>Finds the documents that now contain the first lines of talks of earlier commits whose ids no longer exist, so that links to
/// the old addresses can be redirected.</summary>
internal sealed class FormerTalks
{
    // A post that is edited for years would otherwise keep the ids of every draft.
    private const int Most = 200;
    private readonly string[] lines;
    private readonly IReadOnlyList<Talk> documents;

    private FormerTalks(Post post, IReadOnlyList<Talk> documents)
    {
        (lines, this.documents) = (post.Text.ReplaceLineEndings("\n").Split('\n'), documents);
        Places = [.. documents.Where(d => d.Kind != TalkKind.Post).Select(d => new TalkPlace(d.Id, d.FirstLine, HashOf(d.FirstLine)))];
    }

    /// <summary>The places where the talks begin now.</summary>
    public IReadOnlyList<TalkPlace> Places { get; }

    /// <summary>The ids of earlier commits that lead to a current document.</summary>
    public IReadOnlyList<TalkPlace> Former { get; private init; } = [];

    /// <summary>The document that each of <see cref="Former"/> leads to.</summary>
    public IReadOnlyDictionary<string, string> Targets { get; private init; } = new Dictionary<string, string>();

    /// <summary>Finds the former talks of a post.</summary>
    /// <param name="before">The places where talks of the post began, in the last commit and before.</param>
    /// <param name="post">The post.</param>
    /// <param name="documents">Its documents.</param>
    public static FormerTalks Of(IReadOnlyList<TalkPlace> before, Post post, IReadOnlyList<Talk> documents)
    {
        var now = new FormerTalks(post, documents);
        if (before.Count == 0 || documents.Count == 0)
            return now;
        var ids = documents.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        var former = new List<TalkPlace>();
        foreach (var place in before.Where(p => !ids.Contains(p.Id)).Take(Most))
        {
            if (now.Holder(place) is { } holder && targets.TryAdd(place.Id, holder.Id))
                former.Add(place);
        }

        return new FormerTalks(post, documents) { Former = former, Targets = targets };
    }

    // The line may have moved; of equal ones the nearest counts.
    private Talk? Holder(TalkPlace place)
    {
        // Most posts stay as they are: then no other line is looked at.
        var line = HashOf(place.Line) == place.Hash ? place.Line
            : Enumerable.Range(1, lines.Length).Where(n => HashOf(n) == place.Hash).OrderBy(n => Math.Abs(n - place.Line))
                .FirstOrDefault();
        return line == 0 ? null : documents.FirstOrDefault(d => d.Lines.Any(r => r.First <= line && line <= r.Last));
    }

    // Signs of a heading left out: its level may change.
    private ulong HashOf(int line) =>
        line > lines.Length
            ? 0
            : BinaryPrimitives.ReadUInt64LittleEndian(
                SHA256.HashData(Encoding.UTF8.GetBytes(lines[line - 1].Trim().TrimStart('#').Trim())));
}
