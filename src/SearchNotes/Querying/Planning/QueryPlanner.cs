using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchNotes.Querying.Facets;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Snapshots;
using SearchNotes.Querying.Syntax;

namespace SearchNotes.Querying.Planning;

/// <summary>Plans a query for a snapshot: resolves every word and binds every filter to its doc values.</summary>
internal sealed class QueryPlanner
{
    /// <summary>Maximum number of words, one bit each. Further words are ignored.</summary>
    private const int MaxWords = 64;

    private readonly Snapshot snapshot;
    private readonly TermLookup lookup;
    private readonly WordResolver resolver;
    private readonly List<QueryWord> words = [];
    private readonly List<Note> options = [];
    private WordClause? unfinished;
    private MatchExpansion lastWord;
    private string? unsearchable;

    private QueryPlanner(Snapshot snapshot, TermReader terms, Deadline deadline)
    {
        (this.snapshot, lookup) = (snapshot, new TermLookup(snapshot, terms, deadline));
        resolver = new WordResolver(snapshot, terms, deadline);
    }

    /// <summary>Plans a query.</summary>
    /// <param name="query">The parsed query.</param>
    /// <param name="snapshot">The snapshot to search.</param>
    /// <param name="terms">The term reader.</param>
    /// <param name="deadline">The time limit; when it has passed, other forms and typos are no longer looked up.</param>
    /// <param name="fields">The fields for words without a field prefix.</param>
    /// <param name="lastWord">The expansion of the last word while it is being typed.</param>
    public static QueryPlan Plan(ParsedQuery query, Snapshot snapshot, TermReader terms, Deadline deadline,
        FieldSet fields = FieldSet.Default, MatchExpansion lastWord = MatchExpansion.Unfinished)
    {
        var planner = new QueryPlanner(snapshot, terms, deadline) { lastWord = lastWord };
        if (query.LastWordUnfinished)
            planner.unfinished = LastWord(query.Root);
        var option = query.Root.Clauses is [NotClause { Option: { } only }]
            ? planner.PlanOption(only, fields, fields, MatchExpansion.Unfinished) : null;
        var root = option ?? planner.PlanAll(query.Root, fields, MatchExpansion.Word);
        // A query of signs that no text is searched for finds them in code or nothing, rather than everything.
        if (root is null && (planner.unsearchable ?? query.Signs) is { } signs)
            root = planner.Add(planner.ResolveSigns(signs, fields), position: 0);
        return new QueryPlan(root as AllNode ?? new AllNode(root is null ? [] : [root]), planner.words) { Notes = planner.NotesOf(query) };
    }

    private IReadOnlyList<Note> NotesOf(ParsedQuery query) => options.Count == 0 ? query.Notes
        : [.. query.Notes.Where(note => note.Message != QueryReader.OnlyExclusions).Concat(options).OrderBy(note => note.Position)];

    /// <summary>Plans an option of a program if the notes contain it.</summary>
    /// <param name="option">The option.</param>
    /// <param name="known">The fields that must contain it.</param>
    /// <param name="fields">The fields to search.</param>
    /// <param name="expansion">How far terms may differ from the option.</param>
    private WordNode? PlanOption(WordClause option, FieldSet known, FieldSet fields, MatchExpansion expansion)
    {
        if (resolver.Resolve(words.Count, option.Text, known, expansion) is not { } found || !HasTerms(found))
            return null;
        options.Add(new(option.Position,
            $"“{option.Text}” is in the notes and is searched for as written; NOT {option.Text[1..]} leaves the word out."));
        return Add(resolver.Resolve(words.Count, option.Text, fields, expansion), option.Position);
    }

    private static bool HasTerms(QueryWord word) => word.TermGroups.Exists(group => group.Kind is MatchKind.Word or MatchKind.Prefix);

    private QueryWord ResolveSigns(string signs, FieldSet fields) =>
        resolver.Resolve(words.Count, signs, fields, MatchExpansion.None) is { IsUnknown: false } word
            ? word : WordResolver.Nothing(signs, fields);

    private static WordClause? LastWord(Clause clause) => clause switch
    {
        WordClause word => word,
        FieldClause field => LastWord(field.Clause),
        AllClause { Clauses: [.., var last] } => LastWord(last),
        AnyClause { Clauses: [.., var last] } => LastWord(last),
        _ => null,
    };

    private Node? Plan(Clause clause, FieldSet fields, MatchExpansion expansion) => clause switch
    {
        WordClause word => PlanWord(word, fields, expansion),
        PrefixClause prefix =>
            Add(resolver.Resolve(words.Count, prefix.Text, fields, expansion == MatchExpansion.None
                ? MatchExpansion.None : MatchExpansion.Prefix), prefix.Position),
        PhraseClause phrase => Add(resolver.ResolvePhrase(words.Count, phrase.Text, fields), phrase.Position),
        FieldClause field => Plan(field.Clause, TextField.Of(field.Field), expansion) is { } part ? part with { IsRequired = true } : null,
        NotClause not => PlanNot(not, fields),
        AllClause all => PlanAll(all, fields, expansion),
        AnyClause any => PlanAny(any, fields, expansion),
        FilterClause filter => new FilterNode(PlanFilter(filter), FilterConditions.Of(filter)),
        _ => throw new ArgumentOutOfRangeException(nameof(clause), clause, "There is no such clause."),
    };

    /// <summary>Plans an exclusion. Beside other words, only code tells an option such as -Wall from a word to leave out.</summary>
    private Node? PlanNot(NotClause not, FieldSet fields)
    {
        var option = not.Option is { } word && fields == FieldSet.Default
            ? PlanOption(word, FieldSet.Code, fields, MatchExpansion.None) : null;
        if (option is not null)
            return option;
        return Plan(not.Clause, fields, MatchExpansion.None) is { } part ? new NotNode(part) : null;
    }

    private Node? PlanWord(WordClause clause, FieldSet fields, MatchExpansion expansion)
    {
        if (expansion == MatchExpansion.Word && ReferenceEquals(clause, unfinished))
            expansion = lastWord;

        var isDivided = fields == FieldSet.Default && expansion != MatchExpansion.None;
        if (isDivided && UnspacedText.Pieces(clause.Text, resolver.Read) is { Count: > 1 } pieces)
            return PlanPieces(clause, pieces, fields, expansion);
        var word = resolver.Resolve(words.Count, clause.Text, fields, expansion);
        // A name whose sign is nowhere is searched for without it: #python.
        if (word is { IsUnknown: true } && clause.Text.TrimStart(':', '#', '~', '/') is var bare && bare.Length < clause.Text.Length)
            word = resolver.Resolve(words.Count, bare, fields, expansion) is { IsAbsent: false } known ? known : word;
        if (word is null)
            unsearchable ??= clause.Text;
        return Add(word, clause.Position);
    }

    /// <summary>Plans a text without spaces: each pair of characters is a word of its own, so that the rarer ones count more and an answer
    /// need not have all of them.</summary>
    private AllNode PlanPieces(WordClause run, IReadOnlyList<string> pieces, FieldSet fields, MatchExpansion expansion)
    {
        var parts = new List<Node>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var isLast = i == pieces.Count - 1;
            var word = resolver.Resolve(words.Count, pieces[i], fields, isLast ? expansion : MatchExpansion.Word, run.Text);
            if (Add(word, run.Position) is { } part)
                parts.Add(part);
        }

        return new AllNode(parts);
    }

    private Node? PlanAny(AnyClause clause, FieldSet fields, MatchExpansion expansion)
    {
        var parts = clause.Clauses.Select(c => Plan(c, fields, expansion)).OfType<Node>().ToList();
        return parts.Count switch { 0 => null, 1 => parts[0], _ => new AnyNode(parts) };
    }

    private Node? PlanAll(AllClause clause, FieldSet fields, MatchExpansion expansion)
    {
        var parts = new List<Node>();
        var neighbours = new List<QueryWord>();
        for (var i = 0; i < clause.Clauses.Count; i++)
        {
            var isInitial = expansion == MatchExpansion.Word && IsInitial(clause.Clauses, i);
            if (Plan(clause.Clauses[i], fields, isInitial ? MatchExpansion.Initial : expansion) is not { } node)
                continue;
            if (expansion == MatchExpansion.Word && AreWords(clause.Clauses, i - 1)
                && (parts, node) is ([.., WordNode previous], WordNode current))
            {
                resolver.Join(previous.Word, current.Word);
            }

            parts.Add(node);
            if (clause.Clauses[i] is WordClause && node is WordNode last)
                neighbours.Add(last.Word);
            else
                neighbours.Clear();
            if (expansion == MatchExpansion.Word)
                AddSynonyms(neighbours);
        }

        return parts.Count switch { 0 => null, 1 when parts[0] is not (NotNode or FilterNode) => parts[0], _ => new AllNode(parts) };
    }

    private static bool AreWords(IReadOnlyList<Clause> clauses, int first) =>
        first >= 0 && clauses[first] is WordClause && clauses[first + 1] is WordClause;

    /// <summary>Lets the last words of a run also match what stands for them together.</summary>
    private void AddSynonyms(List<QueryWord> neighbours)
    {
        for (var count = 2; count <= Math.Min(neighbours.Count, snapshot.Synonyms.MaxTerms); count++)
            resolver.AddSynonyms(neighbours.GetRange(neighbours.Count - count, count));
    }

    /// <summary>Returns whether a clause is an initial: a single letter next to a name, as in "R Jones" and "R. Jones".</summary>
    private bool IsInitial(IReadOnlyList<Clause> clauses, int i) =>
        clauses[i] is WordClause { Text: [_] or [_, '.'] } word && char.IsLetter(word.Text[0])
        && IsBesideName(clauses, i);

    private bool IsBesideName(IReadOnlyList<Clause> clauses, int i) =>
        IsName(clauses.ElementAtOrDefault(i + 1)) || (i > 0 && IsName(clauses[i - 1]));

    private bool IsName(Clause? clause) => clause is WordClause word && resolver.Read(word.Text) is [var token, ..]
        && lookup.Find(token.Term, FieldSet.Speaker).Count > 0;

    private WordNode? Add(QueryWord? word, int position)
    {
        if (word is null || words.Count == MaxWords)
            return null;
        word.Position = position;
        words.Add(word);
        return new WordNode(word);
    }

    private Func<int, bool> PlanFilter(FilterClause clause) =>
        clause.Filter.Facet == Facet.Language ? OfNotesOrCode(clause)
        : clause.Filter.Facet is { } facet ? Filters.AnyOf(facet, snapshot.DocumentValues, clause.Values)
        : clause.Filter == QueryFilter.Has ? Filters.Has(snapshot.DocumentValues, clause.Values)
        : CodeLanguages(clause.Values);

    /// <summary>Returns the condition of a language whose code may also be the name of a language of code: cs, ts.</summary>
    private Func<int, bool> OfNotesOrCode(FilterClause clause)
    {
        var ofNotes = Filters.AnyOf(Facet.Language, snapshot.DocumentValues, clause.Values);
        var ofCode = CodeLanguages(clause.Values);
        return doc => ofNotes(doc) || ofCode(doc);
    }

    private Func<int, bool> CodeLanguages(IReadOnlyList<string> languages)
    {
        var docs = new HashSet<int>();
        foreach (var leaf in snapshot.Leaves)
        {
            foreach (var language in languages.SelectMany(CodeLanguageNames.Of).Distinct(StringComparer.Ordinal))
            {
                if (leaf.AtomicReader.GetTermDocsEnum(new Term(Indexing.Schema.CodeLanguage, language)) is not { } postings)
                    continue;
                while (postings.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                    docs.Add(leaf.DocBase + postings.DocID);
            }
        }

        return docs.Contains;
    }
}

/// <summary>A planned query.</summary>
/// <param name="Root">The root of the plan.</param>
/// <param name="Words">All words by number, including negated ones.</param>
internal sealed record QueryPlan(AllNode Root, IReadOnlyList<QueryWord> Words)
{
    /// <summary>What the answer says about the query.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Whether the query has words to score.</summary>
    public bool HasWords { get; } = Scores(Root);

    /// <summary>Whether the query is a question. A shorter query names a talk.</summary>
    public bool IsQuestion { get; } =
        PositiveWords(Root).Where(word => !word.IsAbsent && !StopWords.Contains(word.Typed.ToLowerInvariant()))
            .DistinctBy(word => (word.Run, word.Run is null ? word.Number : 0)).Count() >= Ranking.QuestionWords;

    /// <summary>The content words, one bit each; 0 when all words are stop words.</summary>
    public ulong ContentWords { get; } = Words.Where(word => !word.IsStopWord).Aggregate(0UL, (bits, word) => bits | word.Bit);

    /// <summary>Returns the words that are searched for, without negated ones.</summary>
    public IEnumerable<QueryWord> PositiveWords() => PositiveWords(Root);

    private static IEnumerable<QueryWord> PositiveWords(Node node) => node switch
    {
        WordNode word => [word.Word],
        AllNode all => all.Parts.SelectMany(PositiveWords),
        AnyNode any => any.Parts.SelectMany(PositiveWords),
        _ => [],
    };

    private static bool Scores(Node node) => node switch
    {
        WordNode => true,
        AllNode all => all.Parts.Any(Scores),
        AnyNode any => any.Parts.Any(Scores),
        _ => false,
    };
}
