using Lucene.Net.Search;
using SearchNotes.Indexing;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Planning;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying;

/// <summary>The contents of an index as plain data, in an order that depends only on the posts.</summary>
internal sealed record IndexContents
{
    /// <summary>The facets whose values are names that a reader may type: speakers, tags and events.</summary>
    public static readonly IReadOnlyList<Facet> CompletedFacets = [Facet.Speaker, Facet.Tag, Facet.Event];

    /// <summary>All documents, undated ones first, then oldest first; documents of one day by id in reverse. From the last to the first is
    /// therefore the order of equally good hits.</summary>
    public required IReadOnlyList<StoredTalk> Talks { get; init; }

    /// <summary>All words of all text fields, and the stems that are not words themselves, in ordinal order.</summary>
    public required IReadOnlyList<IndexedWord> Words { get; init; }

    /// <summary>Encoded length of each field of <see cref="TextField.All"/> per document.</summary>
    public required IReadOnlyList<byte[]> Lengths { get; init; }

    /// <summary>Average length of each field of <see cref="TextField.All"/> in words.</summary>
    public required IReadOnlyList<double> AverageLengths { get; init; }

    /// <summary>Kinds of content of each document.</summary>
    public required IReadOnlyList<ContentFlags> Contents { get; init; }

    /// <summary>Kinds of the documents, as ranking needs them.</summary>
    public required IReadOnlyList<(bool IsPost, bool IsRemainder, bool IsLightningTalk)> Kinds { get; init; }

    /// <summary>The values of each of <see cref="CompletedFacets"/>.</summary>
    public required IReadOnlyList<IndexedFacet> Facets { get; init; }

    /// <summary>Words with their stems, where the two differ, in the languages of their posts.</summary>
    public required IReadOnlyList<(string Stem, string Word)> Stems { get; init; }

    /// <summary>Words that stand for others.</summary>
    public required SynonymTable Synonyms { get; init; }

    /// <summary>Talks and pages that the blog recommends, by the words of their queries.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<BestBet>> BestBets { get; init; }

    /// <summary>Reads the contents of a snapshot.</summary>
    public static IndexContents Read(Snapshot snapshot)
    {
        if (!snapshot.Reader.HasDeletions)
            return ReadLive(snapshot);
        var copy = CompactSnapshot.Of(snapshot);
        try
        {
            return ReadLive(copy);
        }
        finally
        {
            copy.Retire(keepDirectory: false);
        }
    }

    private static IndexContents ReadLive(Snapshot snapshot)
    {
        var values = snapshot.DocumentValues;
        var docs = Enumerable.Range(0, snapshot.MaxDoc)
            .OrderBy(doc => values.Days[doc]).ThenByDescending(doc => values.Order[doc]).ToArray();
        var numbers = new int[snapshot.MaxDoc];
        for (var i = 0; i < docs.Length; i++)
            numbers[docs[i]] = i;

        var words = ReadWords(snapshot, numbers);
        var known = words.Select(word => word.Word).ToHashSet(StringComparer.Ordinal);
        var stems = ReadStems(snapshot).Distinct()
            .OrderBy(pair => pair.Stem, StringComparer.Ordinal).ThenBy(pair => pair.Word, StringComparer.Ordinal).ToList();
        var onlyStems = stems.Select(pair => pair.Stem).Distinct(StringComparer.Ordinal).Where(stem => !known.Contains(stem))
            .Select(stem => new IndexedWord(stem, [], []));
        return new IndexContents
        {
            Talks = [.. docs.Select(snapshot.Talks.Get)],
            Words = [.. words.Concat(onlyStems).AsParallel().Select(word => word with
            {
                Forms = [.. snapshot.Forms.Of(word.Word).Where(known.Contains)],
                Corrections = Corrections(snapshot, word.Word),
                Derived = Derived(snapshot, word.Word),
                Split = SplitOf(snapshot, word.Word),
            }).OrderBy(word => word.Word, StringComparer.Ordinal)],
            Lengths = [.. Enumerable.Range(0, TextField.All.Length)
                .Select(field => Array.ConvertAll(docs, doc => snapshot.Lengths(field).Lengths[doc]))],
            AverageLengths = [.. Enumerable.Range(0, TextField.All.Length).Select(field => snapshot.Lengths(field).Average)],
            Contents = Array.ConvertAll(docs, doc => values.ContentFlags[doc]),
            Kinds = Array.ConvertAll(docs, doc => (values.IsPost(doc), values.IsRemainder(doc), values.IsLightningTalk(doc))),
            Stems = stems,
            Synonyms = snapshot.Synonyms,
            BestBets = BestBetTable.Of(snapshot.Record.BestBets).All(id => DocumentLookup.TalkOfAnyTime(snapshot, id)),
            Facets = [.. CompletedFacets.Select(FacetOf)],
        };

        // Numbers of values depend on the order in which posts were written, so they are replaced by ranks.
        IndexedFacet FacetOf(Facet facet)
        {
            var spelled = values.Of(facet);
            var names = spelled.Names.Order(StringComparer.Ordinal).ToArray();
            var ranks = Array.ConvertAll(spelled.Names, name => Array.BinarySearch(names, name, StringComparer.Ordinal));
            int[] ValuesOf(int doc) => [.. spelled.Of(doc).ToArray().Select(value => ranks[value]).Order()];
            return new(facet, names, Array.ConvertAll(docs, ValuesOf));
        }
    }

    /// <summary>Returns the words of which a rare word may be a typo. A browser would have to look for them in lists of all
    /// words.</summary>
    private static IReadOnlyList<string> Corrections(Snapshot snapshot, string word)
    {
        var count = snapshot.Vocabulary.Count(word);
        return count == 0 || count > Math.Max(1, snapshot.Documents * Ranking.RareShare) || !word.All(char.IsLetterOrDigit) ? []
            : [.. snapshot.Vocabulary.Near(word, Ranking.MaxTypoTerms).Where(near => near.Count >= Ranking.FarMoreFrequent * count)
                .Select(near => near.Word)];
    }

    /// <summary>Returns the words derived from the same root as a word; none for a frequent word, because a search never uses them
    /// then.</summary>
    private static IReadOnlyList<string> Derived(Snapshot snapshot, string word) =>
        snapshot.Vocabulary.Count(word) is var count && count > 0 && count <= Ranking.MaxDerived(snapshot.Documents)
            ? snapshot.Derivations.Of(word) : [];

    /// <summary>Returns the length of the first of two words that a word also matches side by side; 0 when there are none.</summary>
    private static int SplitOf(Snapshot snapshot, string term)
    {
        if (snapshot.Vocabulary.Count(term) == 0 || !term.All(char.IsLetterOrDigit) || StopWords.Contains(term))
            return 0;
        var terms = snapshot.RentTerms();
        var lookup = new TermLookup(snapshot, terms, new Deadline(TimeSpan.FromHours(1), CancellationToken.None));
        var word = new QueryWord { Number = 0, Typed = term, Fields = FieldSet.Default };
        var count = new WordExpander(snapshot, lookup).AddSplit(word, term, isKnown: true);
        snapshot.ReturnTerms(terms);
        return count == 0 ? 0 : word.Sequences[0].Steps[0][0].Length;
    }

    private static IEnumerable<(string Stem, string Word)> ReadStems(Snapshot snapshot)
    {
        foreach (var leaf in snapshot.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(Schema.Forms)?.GetEnumerator() is not { } terms)
                continue;
            while (terms.MoveNext())
            {
                var term = terms.Term.Utf8ToString();
                var language = term.IndexOf(':', StringComparison.Ordinal);
                var separator = term.IndexOf(Schema.FormSeparator, StringComparison.Ordinal);
                yield return (term[(language + 1)..separator], term[(separator + 1)..]);
            }
        }
    }

    private static List<IndexedWord> ReadWords(Snapshot snapshot, int[] numbers)
    {
        var found = new SortedDictionary<string, SortedDictionary<int, List<IndexedPosting>>>(StringComparer.Ordinal);
        foreach (var leaf in snapshot.Leaves)
        {
            for (var field = 0; field < TextField.All.Length; field++)
            {
                if (leaf.AtomicReader.GetTerms(TextField.All[field].Name)?.GetEnumerator() is not { } terms)
                    continue;
                while (terms.MoveNext())
                {
                    var postings = terms.DocsAndPositions(null, null);
                    while (postings.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                        Add(terms.Term.Utf8ToString(), field, numbers[leaf.DocBase + postings.DocID], postings.Freq, postings.NextPosition);
                }
            }
        }

        return [.. found.Select(word => new IndexedWord(word.Key,
            [.. word.Value.Select(field => new IndexedField(field.Key, [.. field.Value.OrderBy(posting => posting.Doc)]))], []))];

        void Add(string word, int field, int doc, int count, Func<int> nextPosition)
        {
            if (!found.TryGetValue(word, out var fields))
                found[word] = fields = [];
            if (!fields.TryGetValue(field, out var postings))
                fields[field] = postings = [];
            var positions = new int[count];
            for (var i = 0; i < count; i++)
                positions[i] = nextPosition();
            postings.Add(new IndexedPosting(doc, positions));
        }
    }
}

/// <summary>A word with its postings.</summary>
/// <param name="Word">The folded word.</param>
/// <param name="Fields">The fields that contain it, in the order of <see cref="TextField.All"/>; none for a stem.</param>
/// <param name="Forms">The other forms of the word that occur in the index.</param>
internal sealed record IndexedWord(string Word, IReadOnlyList<IndexedField> Fields, IReadOnlyList<string> Forms)
{
    /// <summary>Far more frequent words of which a rare word may be a typo, nearest first.</summary>
    public IReadOnlyList<string> Corrections { get; init; } = [];

    /// <summary>Words derived from the same root.</summary>
    public IReadOnlyList<string> Derived { get; init; } = [];

    /// <summary>Length of the first of two words that the word also matches side by side; 0 when there are none.</summary>
    public int Split { get; init; }
}

/// <summary>The postings of a word in one field.</summary>
/// <param name="Field">Index in <see cref="TextField.All"/>.</param>
/// <param name="Postings">The postings, by document.</param>
internal sealed record IndexedField(int Field, IReadOnlyList<IndexedPosting> Postings);

/// <summary>The positions of a word in one field of one document.</summary>
internal readonly record struct IndexedPosting(int Doc, int[] Positions);

/// <summary>A facet.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Names">The values as displayed, in ordinal order.</param>
/// <param name="Values">The numbers of the values of each document.</param>
internal sealed record IndexedFacet(Facet Facet, IReadOnlyList<string> Names, IReadOnlyList<int[]> Values);
