using SearchNotes.Querying;

namespace SearchNotes.Api.Health;

/// <summary>The answer of <c>/healthz</c>.</summary>
/// <param name="Status">Always "ok".</param>
internal sealed record HealthAnswer(string Status);

/// <summary>The answer of <c>/readyz</c>.</summary>
/// <param name="Status">Always "ready".</param>
/// <param name="Generation">Number of the open commit.</param>
/// <param name="BuiltAt">Time of that commit.</param>
/// <param name="Fault">Why the newest commit is not in use; null when it is.</param>
/// <param name="Semantic">How far ranking by meaning is; null when it is off.</param>
internal sealed record ReadinessAnswer(string Status, long Generation, DateTimeOffset BuiltAt, string? Fault, SemanticAnswer? Semantic);

/// <summary>How far ranking by meaning is.</summary>
/// <param name="Passages">Number of passages of all documents.</param>
/// <param name="Encoded">Number of passages whose meaning is known. A document counts once all of its passages are.</param>
/// <param name="Problem">What went wrong; null when nothing did.</param>
internal sealed record SemanticAnswer(int Passages, int Encoded, string? Problem)
{
    public static SemanticAnswer? Of(ISemanticScorer? semantic) =>
        semantic?.Status is { } status ? new(status.Passages, status.Encoded, status.Problem) : null;
}

/// <summary>Statistics of the index.</summary>
/// <param name="Posts">Number of posts.</param>
/// <param name="Talks">Number of talks, without documents of kind post.</param>
/// <param name="Documents">Number of all documents.</param>
/// <param name="Speakers">Number of speakers.</param>
/// <param name="Events">Number of events.</param>
/// <param name="Tags">Number of tags.</param>
/// <param name="CodeBlocks">Number of code blocks.</param>
/// <param name="FirstYear">The first year with a post; null when no post has a date.</param>
/// <param name="LastYear">The last year with a post; null when no post has a date.</param>
/// <param name="Languages">Number of documents per language.</param>
/// <param name="Generation">Number of the open commit.</param>
/// <param name="BuiltAt">Time of that commit.</param>
/// <param name="Bytes">Size of the index in bytes.</param>
/// <param name="Semantic">How far ranking by meaning is; null when it is off.</param>
internal sealed record StatsAnswer(
    int Posts, int Talks, int Documents, int Speakers, int Events, int Tags, int CodeBlocks,
    int? FirstYear, int? LastYear, IReadOnlyList<Search.FacetCount> Languages, long Generation, DateTimeOffset BuiltAt, long Bytes,
    SemanticAnswer? Semantic)
{
    public static StatsAnswer Of(IndexStats stats, ISemanticScorer? semantic = null) => new(
        stats.Posts, stats.Talks, stats.Documents, stats.Speakers, stats.Events, stats.Tags, stats.CodeBlocks,
        stats.Years?.First, stats.Years?.Last,
        [.. stats.Languages.Select(language => new Search.FacetCount(language.Value, language.Count))],
        stats.Generation, stats.BuiltAt, stats.Bytes, SemanticAnswer.Of(semantic));
}
