using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Querying.Facets;

/// <summary>Doc values of all documents, as arrays by document. Each is loaded when first used, because a single search on the command line
/// needs few of them.</summary>
/// <param name="reader">The index.</param>
/// <param name="remainders">Whether each document is what a post holds outside its talks; <see langword="null"/> finds out by the other
/// documents of the post, which needs all of them.</param>
internal sealed class DocumentValues(IndexReader reader, bool[]? remainders = null)
{
    private readonly Lazy<FacetDocValues>[] values =
        [.. Facet.All.Select(facet => new Lazy<FacetDocValues>(() => FacetDocValues.Read(reader, facet.Field, facet.KeyOf)))];
    private readonly Lazy<int[]> posts = new(() => ReadRanks(reader, Schema.PostKey));
    private readonly Lazy<int[]> order = new(() => ReadRanks(reader, Schema.Key));
    private readonly Lazy<ContentFlags[]> contentFlags =
        new(() => ReadNumbers(reader, Schema.ContentFlags, static number => (ContentFlags)number));
    private readonly Lazy<int[]> days = new(() => ReadNumbers(reader, Schema.Day, static number => (int)number));
    private readonly Lazy<int[]> postDays = new(() => ReadNumbers(reader, Schema.PostDay, static number => (int)number));
    private readonly Lazy<bool[]> live = new(() => ReadLive(reader));
    private readonly Lazy<(string[] Places, int[] Of)> locations = new(() => ReadTexts(reader, Schema.Location));
    private FacetTable? facets;
    private bool[]? isPost;
    private bool[]? isLightningTalk;
    private bool[]? isRemainder = remainders;

    /// <summary>All facets in one table.</summary>
    public FacetTable Facets => facets ??= new FacetTable([.. Facet.All.Select(Of)], reader.MaxDoc);

    /// <summary>Day of each document, counted from 0001-01-01; 0 for undated documents.</summary>
    public int[] Days => days.Value;

    /// <summary>Day of the post of each document, counted from 0001-01-01; 0 for undated posts.</summary>
    public int[] PostDays => postDays.Value;

    /// <summary>Kinds of content that each document has.</summary>
    public ContentFlags[] ContentFlags => contentFlags.Value;

    /// <summary>All places, and for each document the number of its place; -1 when it has none.</summary>
    public (string[] Places, int[] Of) Locations => locations.Value;

    /// <summary>Post of each document, as a number.</summary>
    public int[] Posts => posts.Value;

    /// <summary>Rank of each document by id: the last tie-break, which index merges do not change.</summary>
    public int[] Order => order.Value;

    /// <summary>The id of each document. Read anew at each call.</summary>
    public string[] Ids
    {
        get
        {
            var (texts, of) = ReadTexts(reader, Schema.Key);
            return Array.ConvertAll(of, id => id < 0 ? "" : texts[id]);
        }
    }

    /// <summary>Whether each document is live, that is, not deleted.</summary>
    public bool[] Live => live.Value;

    /// <summary>Returns the values of a facet.</summary>
    public FacetDocValues Of(Facet facet) => values[facet.Number].Value;

    /// <summary>Returns whether a document is of kind post, not a talk.</summary>
    public bool IsPost(int doc) => (isPost ??= ReadIsKind(TalkKind.Post))[doc];

    /// <summary>Returns whether a document is the text of a post outside its talks.</summary>
    public bool IsRemainder(int doc) => (isRemainder ??= ReadIsRemainder())[doc];

    /// <summary>Returns whether a document is a lightning talk.</summary>
    public bool IsLightningTalk(int doc) => (isLightningTalk ??= ReadIsKind(TalkKind.LightningTalk))[doc];

    /// <summary>Loads all values.</summary>
    public void WarmUp()
    {
        _ = (Facets, Days, ContentFlags, Posts, Order, Live);
        isPost ??= ReadIsKind(TalkKind.Post);
        isRemainder ??= ReadIsRemainder();
        isLightningTalk ??= ReadIsKind(TalkKind.LightningTalk);
    }

    private bool[] ReadIsKind(TalkKind wanted)
    {
        var kinds = Of(Facet.Kind);
        var value = Array.IndexOf(kinds.Names, Facet.Kind.KeyOfRequested(TalkKindNames.Of(wanted)));
        var found = new bool[reader.MaxDoc];
        for (var doc = 0; doc < found.Length; doc++)
            found[doc] = kinds.Of(doc) is [var kind, ..] && kind == value;
        return found;
    }

    private bool[] ReadIsRemainder()
    {
        var documents = new int[reader.MaxDoc];
        for (var doc = 0; doc < documents.Length; doc++)
        {
            if (Live[doc])
                documents[Posts[doc]]++;
        }

        var found = new bool[reader.MaxDoc];
        for (var doc = 0; doc < found.Length; doc++)
            found[doc] = IsPost(doc) && documents[Posts[doc]] > 1;
        return found;
    }

    private static bool[] ReadLive(IndexReader reader)
    {
        var found = new bool[reader.MaxDoc];
        foreach (var leaf in reader.Leaves)
        {
            var bits = leaf.AtomicReader.LiveDocs;
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
                found[leaf.DocBase + doc] = bits is null || bits.Get(doc);
        }

        return found;
    }

    private static T[] ReadNumbers<T>(IndexReader reader, string field, Func<long, T> of)
    {
        var found = new T[reader.MaxDoc];
        foreach (var leaf in reader.Leaves)
        {
            var numbers = leaf.AtomicReader.GetNumericDocValues(field);
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
                found[leaf.DocBase + doc] = of(numbers.Get(doc));
        }

        return found;
    }

    private static (string[] Texts, int[] Of) ReadTexts(IndexReader reader, string field)
    {
        var of = new int[reader.MaxDoc];
        if (MultiDocValues.GetSortedValues(reader, field) is not { } values)
        {
            Array.Fill(of, -1);
            return ([], of);
        }

        for (var doc = 0; doc < of.Length; doc++)
            of[doc] = values.GetOrd(doc);
        var (texts, bytes) = (new string[values.ValueCount], new BytesRef());
        for (var ord = 0; ord < texts.Length; ord++)
        {
            values.LookupOrd(ord, bytes);
            texts[ord] = bytes.Utf8ToString();
        }

        return (texts, of);
    }

    /// <summary>Returns the rank of each document's key among all keys. Keys are ASCII, so byte order equals character order.</summary>
    private static int[] ReadRanks(IndexReader reader, string field)
    {
        var ranks = new int[reader.MaxDoc];
        if (MultiDocValues.GetSortedValues(reader, field) is not { } keys)
            return ranks;
        for (var doc = 0; doc < ranks.Length; doc++)
            ranks[doc] = keys.GetOrd(doc);
        return ranks;
    }
}
