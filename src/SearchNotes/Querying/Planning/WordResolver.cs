using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Planning;

/// <summary>Resolves a typed word to index terms: the word and its forms, joined and split spellings, words that begin with it, and
/// corrections. Later steps run only when earlier ones found little.</summary>
internal sealed class WordResolver(Snapshot snapshot, TermReader terms, Deadline deadline)
{
    private readonly List<Token> tokens = [];
    private readonly TextTokens reader = new();
    private readonly TermLookup lookup = new(snapshot, terms, deadline);
    private readonly WordExpander expander = new(snapshot, new TermLookup(snapshot, terms, deadline));

    /// <summary>Returns the terms of a text. Symbols that are not words are read as code.</summary>
    public IReadOnlyList<Token> Read(string text)
    {
        reader.Read(text, isCode: false, [], tokens);
        if (tokens.Count == 0)
            reader.Read(text, isCode: true, [], tokens);
        // An accent without a base letter takes a position but yields no term, so positions are shifted to start at 0.
        if (tokens is [{ Position: > 0 and var first }, ..])
        {
            for (var i = 0; i < tokens.Count; i++)
                tokens[i] = tokens[i] with { Position = tokens[i].Position - first };
        }

        return tokens;
    }

    /// <summary>Resolves a word.</summary>
    /// <param name="number">The index of the word in the query.</param>
    /// <param name="typed">The word as typed.</param>
    /// <param name="fields">The fields to search.</param>
    /// <param name="expansion">How far terms may differ from the typed word.</param>
    /// <param name="run">The run of characters that the text is a pair of, in scripts without spaces.</param>
    /// <returns>The word, or <see langword="null"/> when the text contains nothing to search for.</returns>
    public QueryWord? Resolve(int number, string typed, FieldSet fields, MatchExpansion expansion, string? run = null) =>
        FindCached(number, new WordKey(typed, fields, expansion, run))
            ?? AddToCache(LookUp(number, typed, fields, expansion, run), expansion);

    /// <summary>Resolves a phrase: its words as typed, side by side.</summary>
    public QueryWord? ResolvePhrase(int number, string typed, FieldSet fields) =>
        FindCached(number, new WordKey(typed, fields, null)) ?? AddToCache(LookUpPhrase(number, typed, fields), null);

    /// <summary>Returns a word that is in no text.</summary>
    public static QueryWord Nothing(string typed, FieldSet fields) =>
        new() { Number = 0, Typed = typed, Fields = fields, IsUnknown = true, IsAbsent = true };

    private QueryWord? FindCached(int number, WordKey key) => snapshot.ResolvedWords.Find(key)?.Copy(number);

    private QueryWord? AddToCache(QueryWord? word, MatchExpansion? expansion)
    {
        // A word resolved after the deadline is incomplete and is not cached. A copy is cached, because the query may still join this word
        // to the next.
        if (word is not null && !deadline.WasMissed)
            snapshot.ResolvedWords.Add(new WordKey(word.Typed, word.Fields, expansion, word.Run), word.Copy(word.Number));
        return word;
    }

    private QueryWord? LookUp(int number, string typed, FieldSet fields, MatchExpansion expansion, string? run)
    {
        var isUnfinished = expansion is MatchExpansion.Unfinished or MatchExpansion.Prefix;
        var read = Read(typed);
        // A single letter after an elided article begins too many words: l'i still stands for l'.
        if (isUnfinished && IsJustBegun(typed, read))
            read = Read(typed[..^1]);
        if (read.Count == 0)
            return null;

        var whole = read.Where(t => t.Start == read[0].Start && t.End == read[0].End && t.Position == 0).Select(t => t.Term)
            .Distinct(StringComparer.Ordinal).ToList();
        var steps = Steps(read, whole);
        var isOne = read.All(t => t.Position == 0 && t.End == read[0].End);
        var word = new QueryWord { Number = number, Typed = typed, Fields = fields, Run = run };
        var isStopWord = expansion is not (MatchExpansion.None or MatchExpansion.Initial) && StopWords.Contains(whole[0]);
        if (isStopWord)
            expansion = expansion == MatchExpansion.Word ? MatchExpansion.None : MatchExpansion.Prefix;

        var isWhole = isOne || IsCompound(read);
        isUnfinished = expansion is MatchExpansion.Unfinished or MatchExpansion.Prefix;
        var asTyped = isWhole ? AddForms(word, whole, isUnfinished, isOne && !isStopWord && expansion != MatchExpansion.None) : 0;
        if (!isOne)
            AddSequence(word, typed, isWhole, steps, asTyped);
        // l'im is completed to l'imposteur, not to limit, and src/co to the beginning of a path.
        var isJoined = isWhole && (isOne || !typed.Any(c => c == '/' || Letters.IsApostrophe(c)));
        if (isUnfinished)
            AddPrefix(word, isJoined ? whole[0] : null, isJoined ? [] : steps);
        if (isOne)
            AddExpansions(word, whole[0], asTyped, expansion);
        else if (word.TermGroups.Count == 0 && expansion != MatchExpansion.None)
            AddParts(word, steps);
        word.IsUnknown = !word.TermGroups.Exists(group => group.Kind is MatchKind.Word or MatchKind.Prefix or MatchKind.Inner)
            && !word.Sequences.Exists(s => s.Kind is MatchKind.Word or MatchKind.Prefix && lookup.Occurs(s, fields));
        word.IsAbsent = word.IsUnknown && word.CorrectedTo is null;
        word.Weight = Weigh(word, whole[0], isUnfinished: asTyped == 0 && isUnfinished);
        return word;
    }

    private QueryWord? LookUpPhrase(int number, string typed, FieldSet fields)
    {
        var read = Read(typed);
        if (read.Count == 0)
            return null;

        var steps = Steps(read, []);
        var word = new QueryWord
        {
            Number = number,
            Typed = typed,
            Fields = fields,
            IsPhrase = true,
            Literal = fields == FieldSet.Code ? typed : null,
        };
        word.Sequences.Add(new TermSequence(MatchKind.Word, 1f, steps));
        word.Weight = steps.Sum(step => Idf(step.Max(term => lookup.Find(term, fields).Count)));
        return word;
    }

    /// <summary>Lets two neighbouring words also match the word that they form together: work flow → workflow.</summary>
    public void Join(QueryWord first, QueryWord second)
    {
        var joined = Fold(first.Typed + second.Typed);
        if (joined is null || snapshot.Vocabulary.Count(joined) == 0)
            return;
        foreach (var word in new[] { first, second })
        {
            var found = new List<FoundTerm>();
            foreach (var form in snapshot.Forms.Of(joined).Prepend(joined))
                lookup.AddIfFound(found, form, Ranking.Form, word.Fields);
            if (found.Count == 0)
                continue;
            TermLookup.AddTerms(word, MatchKind.Word, found);
            // A corrected word was half of a joined word, not a typo.
            word.MarkFound();
        }
    }

    /// <summary>Lets neighbouring words also match what stands for them together: machine learning → ml.</summary>
    public void AddSynonyms(IReadOnlyList<QueryWord> words)
    {
        var terms = words.Select(word => Fold(word.Typed)).ToList();
        if (!terms.Contains(null))
            expander.AddSynonyms([.. words.Where(word => !word.IsStopWord)], string.Join(' ', terms));
    }

    /// <inheritdoc cref="TermLookup.Idf"/>
    public float Idf(int count) => lookup.Idf(count);

    private static List<IReadOnlyList<string>> Steps(IReadOnlyList<Token> read, IReadOnlyCollection<string> without)
    {
        var steps = new List<IReadOnlyList<string>>();
        foreach (var step in read.GroupBy(t => t.Position))
        {
            var all = step.Select(t => t.Term).Distinct(StringComparer.Ordinal).ToList();
            var parts = all.Where(t => !without.Contains(t)).ToList();
            steps.Add(parts.Count > 0 ? parts : all);
        }

        return steps;
    }

    /// <summary>Returns whether the first term spans the whole text: true for q.enqueue, false for a/b and 形態素.</summary>
    private static bool IsCompound(IReadOnlyList<Token> read) => read.Max(t => t.End) <= read[0].End;

    private static bool IsJustBegun(string typed, IReadOnlyList<Token> read) =>
        typed is [.., var mark, var letter] && Letters.IsApostrophe(mark) && char.IsLetter(letter) && read.Any(t => t.Position > 0);

    /// <summary>Adds the word and its forms. A stop word has no other forms: "do" does not match "does".</summary>
    /// <returns>The number of documents that contain the word as typed.</returns>
    private int AddForms(QueryWord word, List<string> whole, bool isUnfinished, bool withForms)
    {
        var found = new List<FoundTerm>();
        var asTyped = 0;
        foreach (var term in whole)
        {
            var count = isUnfinished ? lookup.AddIfBegun(found, term, word.Fields) : lookup.AddIfFound(found, term, 1f, word.Fields);
            asTyped = Math.Max(asTyped, count);
        }

        if (withForms)
        {
            foreach (var form in snapshot.Forms.Of(whole[0]))
                lookup.AddIfFound(found, form, Ranking.Form, word.Fields);

            // A dictionary stemmer treats saving as a word of its own. When it occurs nowhere, save and saved match instead.
            if (found.Count == 0)
            {
                foreach (var form in Inflections.Of(whole[0]))
                    lookup.AddIfFound(found, form, Ranking.Form, word.Fields);
            }
        }

        TermLookup.AddTerms(word, MatchKind.Word, found);
        if (withForms)
            expander.AddSynonyms([word], whole[0]);
        return asTyped;
    }

    /// <summary>Adds the parts of a compound as a sequence: real-time also matches real time. The parts of an identifier such as
    /// sys._getframe match only when the whole occurs nowhere, at low weight.</summary>
    private static void AddSequence(QueryWord word, string typed, bool isCompound, List<IReadOnlyList<string>> steps, int count)
    {
        // example.org/foo and C:\Windows are not identifiers: the same text in the notes is a good answer.
        var isIdentifier = isCompound && typed.AsSpan().IndexOfAny("._:") >= 0;
        if (!isIdentifier)
            word.Sequences.Add(new TermSequence(MatchKind.Word, count == 0 ? 1f : Ranking.Form, steps));
        else if (count == 0)
            word.Sequences.Add(new TermSequence(MatchKind.Part, 1f, steps));
    }

    private void AddParts(QueryWord word, List<IReadOnlyList<string>> steps)
    {
        var found = new List<FoundTerm>();
        foreach (var term in steps.SelectMany(step => step).Distinct(StringComparer.Ordinal))
            lookup.AddIfFound(found, term, 1f, word.Fields);
        TermLookup.AddTerms(word, MatchKind.Part, found);
    }

    private void AddPrefix(QueryWord word, string? term, List<IReadOnlyList<string>> steps)
    {
        if (deadline.HasPassed())
            return;
        if (term is not null)
            expander.AddPrefix(word, term);
        expander.AddPrefix(word, steps);
    }

    private void AddExpansions(QueryWord word, string term, int asTyped, MatchExpansion expansion)
    {
        // When the time is up, only the word itself is searched for.
        if (expansion == MatchExpansion.None || !term.All(char.IsLetterOrDigit) || deadline.HasPassed())
            return;
        if (expansion == MatchExpansion.Initial)
            expander.AddInitial(word, term);
        if (expansion is not (MatchExpansion.Word or MatchExpansion.Unfinished))
            return;

        var count = lookup.CountDocuments(word, MatchKind.Word);
        if (word.Has(MatchKind.Prefix))
            count = Math.Max(count, lookup.CountDocuments(word, MatchKind.Prefix));
        if (word.Has(MatchKind.Word) || !word.Has(MatchKind.Prefix))
            count += expander.AddSplit(word, term, isKnown: asTyped > 0);
        if (count <= Ranking.MaxDerived(snapshot.Documents))
            expander.AddDerived(word, term);
        if (count <= lookup.Rare())
            expander.AddTypos(word, term, count, expansion == MatchExpansion.Unfinished);
        if (word.TermGroups.Count + word.Sequences.Count == 0)
            expander.AddInner(word, term);
    }

    /// <summary>Returns the weight of a word: the rarity of its best match kind. All terms of a kind weigh the same, so that a misspelled
    /// document does not rank higher because its spelling is rare.</summary>
    private float Weigh(QueryWord word, string term, bool isUnfinished)
    {
        word.IsStopWord = StopWords.Contains(term) && word.Has(MatchKind.Word);
        if (word.IsStopWord)
            return Idf(lookup.Find(term, word.Fields).Count) * Ranking.StopWord;
        var kind = isUnfinished && word.Has(MatchKind.Prefix) ? MatchKind.Prefix
            : MatchTier.All.Select(tier => tier.Kind).FirstOrDefault(word.Has);
        return Idf(lookup.CountDocuments(word, kind));
    }

    private string? Fold(string text) => Read(text) is { Count: > 0 } read && read.All(t => t.Position == 0) ? read[0].Term : null;
}
