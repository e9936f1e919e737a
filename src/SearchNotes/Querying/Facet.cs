using System.Globalization;
using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Talks;

namespace SearchNotes.Querying;

/// <summary>A property of talks with counted values, by which a search can be filtered.</summary>
/// <remarks>Counting, filtering, the query syntax, the parameters of the API, the pages and the command line go through
/// <see cref="All"/>, in the order in which the facets are declared.</remarks>
public sealed class Facet
{
    private static readonly List<Facet> Declared = [];

    private Facet(string name, string field)
    {
        (Name, Field, Number) = (name, field, Declared.Count);
        Declared.Add(this);
    }

    /// <summary>The people who gave a talk.</summary>
    public static Facet Speaker { get; } = new("speaker", Schema.SpeakerFacet)
    {
        Title = "Speaker",
        Description = "Only talks by this speaker, by name or slug",
        KeyOf = KeyOfName,
    };

    /// <summary>The tags of the post.</summary>
    public static Facet Tag { get; } = new("tag", Schema.TagFacet)
    {
        Title = "Tag",
        Description = "Only talks with this tag",
        KeyOf = static tag => tag.ToLowerInvariant(), // No slugs, because C and C# have the same slug.
    };

    /// <summary>The conference or meetup.</summary>
    public static Facet Event { get; } = new("event", Schema.EventFacet)
    {
        Title = "Event",
        Description = "Only talks at this event, by title or slug",
        KeyOf = KeyOfName,
    };

    /// <summary>The kind of session, see <see cref="TalkKind"/>.</summary>
    public static Facet Kind { get; } = new("kind", Schema.KindFacet)
    {
        Title = "Kind",
        Description = "Only sessions of this kind; `post` is the text of a post outside its talks",
        Values = TalkKindNames.All,
        QueryNames = ["kind"],
    };

    /// <summary>The language of the notes, a two-letter code.</summary>
    public static Facet Language { get; } = new("language", Schema.LanguageFacet)
    {
        Title = "Language",
        Description = "Only texts in this language",
        Example = "en",
        QueryNames = ["lang", "language"],
        KeyOf = static code => code.ToLowerInvariant(),
    };

    /// <summary>The year of the talk. Filters also accept ranges of years.</summary>
    public static Facet Year { get; } = new("year", Schema.YearFacet)
    {
        Title = "Year",
        Description = "Only talks of this year, or of these years",
        Example = "2012..2014",
        QueryNames = ["year"],
    };

    /// <summary>All facets.</summary>
    public static IReadOnlyList<Facet> All => Declared;

    /// <summary>Name of the API parameter, of the command-line option and of the JSON member.</summary>
    public string Name { get; }

    /// <summary>English title, for pages.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence on the filter, without the full stop.</summary>
    public required string Description { get; init; }

    /// <summary>All possible values, if there are only a few; the index then holds their numbers in this list. Otherwise empty.</summary>
    public IReadOnlyList<string> Values { get; private init; } = [];

    /// <summary>An example of a value, or <see langword="null"/> when none is needed.</summary>
    public string? Example { get; private init; }

    /// <summary>Names of the filter in the query syntax, the one of the normal form first. Empty when the query syntax searches for the
    /// property as text, as for speakers.</summary>
    internal IReadOnlyList<string> QueryNames { get; private init; } = [];

    /// <summary>Index in <see cref="All"/>.</summary>
    internal int Number { get; }

    /// <summary>Doc values field in the index.</summary>
    internal string Field { get; }

    /// <summary>Returns the key that all spellings of a value share. Takes the value as it is in the index.</summary>
    internal Func<string, string> KeyOf { get; private init; } = static value => value;

    /// <summary>Returns the displayed form of a value in the index.</summary>
    internal string Displayed(string indexed) =>
        Values.Count == 0 ? indexed : Values[int.Parse(indexed, CultureInfo.InvariantCulture)];

    /// <summary>Returns the key of a requested value; a key that no document has when the value is unknown.</summary>
    internal string KeyOfRequested(string value)
    {
        if (Values.Count == 0)
            return KeyOf(value);
        for (var number = 0; number < Values.Count; number++)
        {
            if (string.Equals(Values[number], value, StringComparison.OrdinalIgnoreCase))
                return number.ToString(CultureInfo.InvariantCulture);
        }

        return "";
    }

    /// <summary>Returns the slug of a name, or the name itself when the slug is empty.</summary>
    private static string KeyOfName(string name) => Slug.Make(name) is { Length: > 0 } slug ? slug : name;
}
