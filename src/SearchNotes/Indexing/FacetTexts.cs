using System.Globalization;
using SearchNotes.Talks;

namespace SearchNotes.Indexing;

/// <summary>The doc values of a document that do not come from its text fields.</summary>
internal static class FacetTexts
{
    /// <summary>Returns the facet values of a document, with the field of each.</summary>
    public static IEnumerable<(string Field, string Value)> Of(StoredTalk stored)
    {
        var talk = stored.Talk;
        foreach (var speaker in talk.Speakers)
            yield return (Schema.SpeakerFacet, Short(speaker.Name));
        foreach (var tag in stored.Tags)
            yield return (Schema.TagFacet, Short(tag));
        if (stored.EventTitle is { } title)
            yield return (Schema.EventFacet, Short(title));
        if (stored.Day is { } date)
            yield return (Schema.YearFacet, date.Year.ToString("0000", CultureInfo.InvariantCulture));
        yield return (Schema.KindFacet, ((int)talk.Kind).ToString(CultureInfo.InvariantCulture));
        yield return (Schema.LanguageFacet, Short(stored.Language ?? Schema.NoLanguage));
    }

    /// <summary>Returns the kinds of content of a document.</summary>
    public static ContentFlags ContentOf(StoredTalk stored)
    {
        var content = stored.VideoUrl is null ? ContentFlags.None : ContentFlags.Video;
        foreach (var passage in stored.Talk.Passages)
        {
            content |= passage.Kind switch
            {
                PassageKind.Code => ContentFlags.Code,
                PassageKind.Qa => ContentFlags.Qa,
                PassageKind.Quote => ContentFlags.Quote,
                _ => ContentFlags.None,
            };
        }

        return content;
    }

    /// <summary>Lucene rejects values above 32,766 bytes. Names of people, events and places are far shorter than 1,000
    /// characters.</summary>
    public static string Short(string value) => value.Length <= 1000 ? value : value[..1000];
}
