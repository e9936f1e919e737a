using System.Globalization;
using SearchNotes.Indexing;
using SearchNotes.Querying;
using SearchNotes.Querying.Matching;

namespace SearchNotes.Export.Chunks;

/// <summary>Writes the tables by document: one that every query needs, and one for filters and facets.</summary>
internal static class DocumentTables
{
    /// <summary>Returns the length of the text of each document, then a byte of flags each: a post, the text of a post outside its talks, a
    /// lightning talk.</summary>
    public static byte[] Lengths(IndexContents contents)
    {
        var table = new ChunkWriter();
        foreach (var length in contents.Lengths[TextFieldLength.PerDocument])
            table.Byte(length);
        foreach (var (isPost, isRemainder, isLightningTalk) in contents.Kinds)
            table.Byte((byte)((isPost ? 1 : 0) | (isRemainder ? 2 : 0) | (isLightningTalk ? 4 : 0)));
        return table.ToArray();
    }

    /// <summary>Returns the values of filters and facets as JSON.</summary>
    public static byte[] Values(IndexContents contents) => PlainJson.Write(new Dictionary<string, object>
    {
        ["days"] = Deltas(contents.Talks.Select(talk => talk.Day?.DayNumber ?? 0)),
        ["kinds"] = string.Concat(contents.Talks.Select(talk => ((int)talk.Talk.Kind).ToString(CultureInfo.InvariantCulture))),
        ["has"] = string.Concat(contents.Contents.Select(flags => ((int)flags).ToString("x", CultureInfo.InvariantCulture))),
        ["languages"] = contents.Talks.Select(talk => talk.Language ?? Schema.NoLanguage).ToArray(),
        ["posts"] = Ranks(contents.Talks.Select(talk => talk.PostId)),
        ["codeLanguages"] = contents.Talks.Select(talk => string.Join(' ', talk.Talk.Passages.Select(passage => passage.CodeLanguage)
            .OfType<string>().SelectMany(CodeLanguageNames.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))).ToArray(),
        ["facets"] = contents.Facets.Select(facet => new Dictionary<string, object>
        {
            ["name"] = facet.Facet.Name,
            ["names"] = facet.Names,
            ["keys"] = facet.Names.Select(name => facet.Facet.KeyOf(name) is var key && key == TalkFragment.Slug(name) ? "" : key).ToArray(),
            ["values"] = facet.Values,
        }).ToArray(),
    });

    private static IEnumerable<int> Deltas(IEnumerable<int> days)
    {
        var before = 0;
        foreach (var day in days)
        {
            yield return day - before;
            before = day;
        }
    }

    private static int[] Ranks(IEnumerable<string> posts)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. posts.Select(post => ranks.TryGetValue(post, out var rank) ? rank : ranks[post] = ranks.Count)];
    }
}
