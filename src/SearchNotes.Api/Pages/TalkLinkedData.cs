using System.Globalization;
using System.Text.Json.Nodes;
using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Api.Pages;

/// <summary>Linked data of a talk's page (schema.org): the talk as an event with performers, and the post about it.</summary>
internal static class TalkLinkedData
{
    /// <summary>Returns the linked data.</summary>
    /// <param name="stored">The talk.</param>
    /// <param name="address">The absolute address of the talk's page; <see langword="null"/> when it is unknown.</param>
    public static JsonNode Of(StoredTalk stored, string? address)
    {
        var talk = stored.Talk;
        var post = WithoutNulls(new JsonObject
        {
            ["@type"] = "BlogPosting",
            ["headline"] = stored.PostTitle,
            ["url"] = WebAddress.Of(stored.PageUrl),
            ["datePublished"] = Day(stored.Date),
            ["inLanguage"] = stored.Language,
            ["keywords"] = stored.Tags.Count == 0 ? null : string.Join(", ", stored.Tags),
        });
        if (talk.Kind == TalkKind.Post)
        {
            post["@context"] = "https://schema.org";
            return post;
        }
        post["about"] = new JsonObject { ["@id"] = address + "#talk" };
        return new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@graph"] = new JsonArray(Event(stored, address), post),
        };
    }

    private static JsonObject Event(StoredTalk stored, string? address) => WithoutNulls(new JsonObject
    {
        ["@type"] = "Event",
        ["@id"] = address + "#talk",
        ["name"] = stored.Talk.Topic,
        ["url"] = address,
        ["startDate"] = stored.ShownDate,
        ["location"] = stored.Location is null ? null : new JsonObject { ["@type"] = "Place", ["name"] = stored.Location },
        ["performer"] = stored.Talk.Speakers.Count == 0 ? null : new JsonArray([.. stored.Talk.Speakers.Select(Person)]),
        ["superEvent"] = stored.EventTitle is null ? null : new JsonObject { ["@type"] = "Event", ["name"] = stored.EventTitle },
    });

    private static JsonNode Person(Speaker speaker) => new JsonObject { ["@type"] = "Person", ["name"] = speaker.Name };

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Removes null values, which schema.org does not have.</summary>
    private static JsonObject WithoutNulls(JsonObject thing)
    {
        foreach (var name in thing.Where(pair => pair.Value is null).Select(pair => pair.Key).ToArray())
            thing.Remove(name);
        return thing;
    }
}
