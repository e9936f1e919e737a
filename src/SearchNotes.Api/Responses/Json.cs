using System.Text.Json.Serialization;
using SearchNotes.Api.Health;
using SearchNotes.Api.Insights;
using SearchNotes.Api.Reindexing;
using SearchNotes.Api.Search;
using SearchNotes.Api.Talks;
using SearchNotes.Indexing.Backups;

namespace SearchNotes.Api.Responses;

/// <summary>Source-generated JSON serialization of the answers: names in snake_case, <c>null</c> values written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(SuggestAnswer))]
[JsonSerializable(typeof(TalkAnswer))]
[JsonSerializable(typeof(RelatedAnswer))]
[JsonSerializable(typeof(SpeakersAnswer))]
[JsonSerializable(typeof(SpeakerAnswer))]
[JsonSerializable(typeof(TagAnswer))]
[JsonSerializable(typeof(EventAnswer))]
[JsonSerializable(typeof(TalksAnswer))]
[JsonSerializable(typeof(TagsAnswer))]
[JsonSerializable(typeof(EventsAnswer))]
[JsonSerializable(typeof(StatsAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(ReadinessAnswer))]
[JsonSerializable(typeof(TaskAnswer))]
[JsonSerializable(typeof(HookAnswer))]
[JsonSerializable(typeof(InsightsReport))]
[JsonSerializable(typeof(BackupReport))]
internal sealed partial class Json : JsonSerializerContext;
