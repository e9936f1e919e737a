using System.Text.Json.Nodes;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;

namespace SearchNotes.Tests.OpenApi;

/// <summary>Example answers in the OpenAPI document. A test validates each one against its schema.</summary>
internal static class Examples
{
    /// <summary>Returns the example of a shape; <see langword="null"/> when it has none.</summary>
    public static JsonNode? Of(Type shape) =>
        shape == typeof(SearchAnswer) ? JsonNode.Parse(Search)
        : shape == typeof(SuggestAnswer) ? JsonNode.Parse(Suggest)
        : shape == typeof(Problem) ? JsonNode.Parse(Wrong)
        : null;

    private const string Search = """
        {
          "query": "linear svc", "total": 1, "page": 1, "per_page": 10,
          "hits": [{
            "id": "2013-07-07-pycon-australia-day-two.ed-schofield", "kind": "talk", "score": 12.3,
            "topic": "Modern scientific computing and big data analytics in Python",
            "speakers": ["Ed Schofield"], "tags": ["python", "conference"],
            "event": {"title": "PyCon Australia 2013", "location": "Hobart, Tasmania", "date": null}, "post_title": "PyCon Australia 2013, Day Two",
            "date": "2013-07-07", "language": "en",
            "url": "https://blog.example/2013/pycon-australia-day-two/#ed-schofield-on-modern-scientific-computing",
            "video_url": null, "slides_url": "https://speakerdeck.com/example/scientific-computing",
            "source": {"path": "2013-07-07-pycon-australia-day-two.md", "heading": "Ed Schofield on Modern scientific computing and big data analytics in Python", "first_line": 143, "last_line": 335},
            "topic_runs": [{"text": "Modern scientific computing and big data analytics in Python"}],
            "speaker_runs": [[{"text": "Ed Schofield"}]],
            "matches": [{
              "field": "code", "heading": "Examples", "url": "https://blog.example/2013/pycon-australia-day-two/#examples",
              "text_fragment_url": "https://blog.example/2013/pycon-australia-day-two/#examples:~:text=clf%20%3D%20LinearSVC",
              "runs": [{"text": "clf = "}, {"text": "LinearSVC", "match": true}, {"text": "()"}]
            }],
            "explain": null
          }],
          "facets": {"speaker": [{"value": "Ed Schofield", "count": 1}], "tag": [{"value": "python", "count": 1}], "event": [], "year": [{"value": "2013", "count": 1}], "kind": [{"value": "talk", "count": 1}], "language": []},
          "near_only": false, "absent": [], "given_up": [], "corrections": [], "notes": [], "best_bets": [], "names": [], "partial": false
        }
        """;

    private const string Suggest = """
        {
          "query": "scho",
          "talks": [{
            "id": "2013-07-07-pycon-australia-day-two.ed-schofield",
            "topic_runs": [{"text": "Modern scientific computing and big data analytics in Python"}],
            "speakers": ["Ed Schofield"], "event": "PyCon Australia 2013", "date": "2013-07-07",
            "url": "https://blog.example/2013/pycon-australia-day-two/#ed-schofield-on-modern-scientific-computing"
          }],
          "speakers": [{"name": "Ed Schofield", "slug": "ed-schofield", "talks": 1}], "tags": [], "events": [],
          "completions": ["schofield"]
        }
        """;

    private const string Wrong = """
        {
          "type": "about:blank", "title": "Bad Request", "status": 400,
          "detail": "The parameter per_page must be a whole number from 1 to 100.",
          "instance": "/api/search", "request_id": "0HNQ8LON6SO16:00000001", "parameter": "per_page", "value": "500"
        }
        """;
}
