using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchNotes.Indexing;

namespace SearchNotes.Querying.Candidates;

/// <summary>Talks that another engine found, as an index in memory. Nothing is inverted: a term is looked up in each talk.</summary>
internal sealed class CandidateReader : AtomicReader
{
    private readonly IReadOnlyList<CandidateTalk> talks;
    private readonly Dictionary<string, CandidateTerms> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Field, string Term), IReadOnlyList<CandidatePosting>> found = [];

    /// <summary>Creates the reader.</summary>
    public CandidateReader(IReadOnlyList<CandidateTalk> talks)
    {
        this.talks = talks;
        for (var i = 0; i < TextField.All.Length; i++)
        {
            var field = i;
            terms[TextField.All[i].Name] = new CandidateTerms(term => Find(field, term), hasPositions: true);
        }

        terms[Schema.CodeLanguage] = new CandidateTerms(FindCodeLanguage, hasPositions: false);
    }

    /// <inheritdoc/>
    public override int NumDocs => talks.Count;

    /// <inheritdoc/>
    public override int MaxDoc => talks.Count;

    /// <inheritdoc/>
    public override Fields Fields => new TextFields(terms);

    /// <inheritdoc/>
    public override FieldInfos FieldInfos => new([]);

    /// <inheritdoc/>
    public override IBits LiveDocs => null!; // As Lucene does where no document is deleted.

    /// <inheritdoc/>
    public override NumericDocValues GetNumericDocValues(string field) => new CandidateNumbers(field switch
    {
        Schema.Day => doc => talks[doc].Stored.Day?.DayNumber ?? 0,
        Schema.PostDay => doc => talks[doc].Stored.Date?.DayNumber ?? 0,
        Schema.ContentFlags => doc => (long)FacetTexts.ContentOf(talks[doc].Stored),
        _ => throw new NotSupportedException(field),
    });

    /// <inheritdoc/>
    public override NumericDocValues GetNormValues(string field)
    {
        var number = Array.FindIndex(TextField.All, f => f.Name == field);
        return new CandidateNumbers(doc => (sbyte)talks[doc].Length(number));
    }

    /// <inheritdoc/>
    public override SortedDocValues GetSortedDocValues(string field) => new CandidateKeys([.. talks.Select(talk => field switch
    {
        Schema.Key => talk.Stored.Talk.Id,
        Schema.PostKey => talk.Stored.PostId,
        Schema.Location => talk.Stored.Location,
        _ => throw new NotSupportedException(field),
    })]);

    /// <inheritdoc/>
    public override SortedSetDocValues GetSortedSetDocValues(string field) => new CandidateValues(
        [.. talks.Select(talk => FacetTexts.Of(talk.Stored).Where(pair => pair.Field == field).Select(pair => pair.Value).ToArray())]);

    /// <inheritdoc/>
    public override void CheckIntegrity()
    {
    }

    /// <inheritdoc/>
    public override IBits GetDocsWithField(string field) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override BinaryDocValues GetBinaryDocValues(string field) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override Fields GetTermVectors(int docID) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Document(int docID, StoredFieldVisitor visitor) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void DoClose()
    {
    }

    private IReadOnlyList<CandidatePosting> Find(int field, string term)
    {
        if (found.TryGetValue((field, term), out var known))
            return known;
        var postings = new List<CandidatePosting>();
        for (var doc = 0; doc < talks.Count; doc++)
        {
            if (talks[doc].Positions(field, term) is { IsEmpty: false } positions)
                postings.Add(new CandidatePosting(doc, positions));
        }

        return found[(field, term)] = postings;
    }

    private List<CandidatePosting> FindCodeLanguage(string term) =>
        [.. talks.Index().Where(talk => talk.Item.CodeLanguages.Contains(term)).Select(talk => new CandidatePosting(talk.Index, default))];

    private sealed class TextFields(IReadOnlyDictionary<string, CandidateTerms> terms) : Fields
    {
        public override int Count => terms.Count;

        public override IEnumerator<string> GetEnumerator() => terms.Keys.GetEnumerator();

        public override Terms GetTerms(string field) => terms.GetValueOrDefault(field)!; // Null as Lucene does for an unknown field.
    }
}
