using System.Buffers;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Planning;

/// <summary>Resolves a typed word to index terms: the word and its forms, joined and split spellings, words that begin with it, and
/// corrections. Later steps run only when earlier ones found little.</summary>
internal sealed class WordResolver(Snapshot snapshot, TermReader terms, Deadline deadline)
{
    /// <summary>Minimum length of the parts of a split word, in characters.</summary>
    private const int MinSplitCharacters = 2;

    /// <summary>Minimum length of a word in the index for which a correction is offered, in characters. Shorter words have too many
    /// neighbours.</summary>
    private const int MinOfferedCharacters = 6;

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.:");

    private readonly List<Token> tokens = [];
    private readonly TextTokens reader = new();

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
    /// <returns>The word, or <see langword="null"/> when the text contains nothing to search for.</returns>
    public QueryWord? Resolve(int number, string typed, FieldSet fields, MatchExpansion expansion) =>
        FindCached(number, new WordKey(typed, fields, expansion)) ?? AddToCache(LookUp(number, typed, fields, expansion), expansion);

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
            snapshot.ResolvedWords.Add(new WordKey(word.Typed, word.Fields, expansion), word.Copy(word.Number));
        return word;
    }

    private QueryWord? LookUp(int number, string typed, FieldSet fields, MatchExpansion expansion)
    {
        var read = Read(typed);
        if (read.Count == 0)
            return null;

        var whole = read.Where(t => t.Start == read[0].Start && t.End == read[0].End && t.Position == 0).Select(t => t.Term)
            .Distinct(StringComparer.Ordinal).ToList();
        var steps = Steps(read, whole);
        var isOne = read.All(t => t.Position == 0);
        var word = new QueryWord { Number = number, Typed = typed, Fields = fields };

        // A stop word has no other forms: "do" does not match "does". It is expanded as a prefix only when it is rare in the corpus, such
        // as "tes" in an English blog.
        if (expansion is MatchExpansion.Word or MatchExpansion.Unfinished && StopWords.Contains(whole[0]))
        {
            var isRarePrefix = expansion == MatchExpansion.Unfinished
                && Find(whole[0], fields).Count < Ranking.CommonShare * snapshot.Reader.NumDocs;
            expansion = isRarePrefix ? MatchExpansion.Prefix : MatchExpansion.None;
        }

        var count = isOne || IsCompound(read) ? AddForms(word, whole, isOne, expansion) : 0;

        if (!isOne)
            AddSequence(word, typed, IsCompound(read), IsCompound(read) ? steps : Completed(steps, expansion), count);
        if (!isOne && count == 0 && IsCompound(read) && expansion is MatchExpansion.Unfinished or MatchExpansion.Prefix)
            AddBeginnings(word, whole[0]);
        if (isOne)
            AddExpansions(word, whole[0], count, expansion);
        else if (word.TermGroups.Count == 0 && expansion != MatchExpansion.None)
            AddParts(word, steps);
        word.IsUnknown = !word.TermGroups.Any(l => l.Kind is MatchKind.Word or MatchKind.Prefix)
            && !word.Sequences.Any(s => s.Kind == MatchKind.Word && Occurs(s, fields));
        word.IsAbsent = word.IsUnknown && word.CorrectedTo is null;
        word.Weight = Weigh(word, whole[0]);
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
        word.Weight = steps.Sum(step => Idf(step.Max(term => Find(term, fields).Count)));
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
            var found = Find(joined, word.Fields);
            if (found.Count == 0)
                continue;
            AddTerms(word, MatchKind.Word, [new FoundTerm(joined, Ranking.Form, found.Postings)]);
            (word.IsUnknown, word.IsAbsent) = (false, false);
            if (word.CorrectedTo is null)
                continue;

            // The corrected word was half of a joined word, not a typo.
            word.CorrectedTo = null;
            word.TermGroups.RemoveAll(l => l.Kind == MatchKind.Typo);
        }
    }

    /// <summary>Returns BM25's idf. Counts include deleted documents, so the total includes them as well.</summary>
    public float Idf(int count)
    {
        var all = Math.Max(snapshot.MaxDoc, 1);
        var least = Math.Min(count, all);
        return (float)Math.Log(1 + ((all - least + 0.5) / (least + 0.5)));
    }

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

    private int AddForms(QueryWord word, List<string> whole, bool isOne, MatchExpansion expansion)
    {
        var found = new List<FoundTerm>();
        var most = 0;
        foreach (var term in whole)
            most = Math.Max(most, AddIfFound(found, term, 1f, word.Fields));
        if (isOne && expansion != MatchExpansion.None)
        {
            foreach (var form in snapshot.Forms.Of(whole[0]))
                most += AddIfFound(found, form, Ranking.Form, word.Fields);

            // A dictionary stemmer treats saving as a word of its own. When it occurs nowhere, save and saved match instead.
            if (most == 0)
            {
                foreach (var form in Inflections.Of(whole[0]))
                    most += AddIfFound(found, form, Ranking.Form, word.Fields);
            }
        }

        AddTerms(word, MatchKind.Word, found);
        return most;
    }

    /// <summary>Adds the parts of a compound as a sequence: real-time also matches real time. The parts of an identifier such as
    /// sys._getframe match only when the whole occurs nowhere, at low weight.</summary>
    private static void AddSequence(QueryWord word, string typed, bool isCompound, List<IReadOnlyList<string>> steps, int count)
    {
        // example.org/foo and C:\Windows are no identifiers: what stands there verbatim is a good answer.
        var isIdentifier = isCompound && typed.AsSpan().IndexOfAny("._:") >= 0;
        if (!isIdentifier)
            word.Sequences.Add(new TermSequence(MatchKind.Word, count == 0 ? 1f : Ranking.Form, steps));
        else if (count == 0)
            word.Sequences.Add(new TermSequence(MatchKind.Part, Ranking.Parts, steps));
    }

    /// <summary>Adds the compounds that a half-typed one begins: node.j, c++1. 3.1 is no beginning of 3.10.</summary>
    private void AddBeginnings(QueryWord word, string term)
    {
        if (term.AsSpan().ContainsAnyExcept(NumberSigns))
            AddPrefix(word, term);
    }

    /// <summary>Returns the steps with the words that the last one begins, while it is being typed: user@exam, example.org/fo.</summary>
    private List<IReadOnlyList<string>> Completed(List<IReadOnlyList<string>> steps, MatchExpansion expansion)
    {
        if (expansion is not (MatchExpansion.Unfinished or MatchExpansion.Prefix) || steps[^1][0].Length < 2
            || !steps[^1][0].All(char.IsLetterOrDigit))
        {
            return steps;
        }
        var beginnings = snapshot.Vocabulary.Beginning(steps[^1][0], Ranking.MaxPrefixTerms).Select(word => word.Word);
        return [.. steps.SkipLast(1), [.. steps[^1].Concat(beginnings).Distinct(StringComparer.Ordinal)]];
    }

    private bool Occurs(TermSequence sequence, FieldSet fields)
    {
        if (sequence.Steps.Any(step => step.All(term => Find(term, fields).Count == 0)))
            return false;
        var occurs = false;
        SequenceFinder.Find(snapshot, terms, sequence, fields, deadline, (_, _, _) => occurs = true);
        return occurs || deadline.WasMissed;
    }

    private void AddParts(QueryWord word, List<IReadOnlyList<string>> steps)
    {
        var found = new List<FoundTerm>();
        foreach (var term in steps.SelectMany(step => step).Distinct(StringComparer.Ordinal))
            AddIfFound(found, term, Ranking.Parts, word.Fields);
        AddTerms(word, MatchKind.Part, found);
    }

    private void AddExpansions(QueryWord word, string term, int count, MatchExpansion expansion)
    {
        if (expansion == MatchExpansion.None || !term.All(char.IsLetterOrDigit))
            return;
        if (expansion == MatchExpansion.Initial)
        {
            AddInitial(word, term);
            return;
        }

        // When the time is up, only the word itself is searched for.
        if (deadline.HasPassed())
            return;
        if (count == 0 && !(expansion == MatchExpansion.Unfinished && snapshot.Vocabulary.Begins(term)))
            count = AddSplit(word, term);
        if (expansion is MatchExpansion.Unfinished or MatchExpansion.Prefix && (count <= Rare() || expansion == MatchExpansion.Prefix))
            count += AddPrefix(word, term);
        if (expansion != MatchExpansion.Prefix && count <= Rare())
            AddTypos(word, term, count, expansion == MatchExpansion.Unfinished);
        if (word.TermGroups.Count + word.Sequences.Count == 0)
            AddCompounds(word, term);
    }

    /// <summary>Adds the compounds that a word ends, when nothing better is there: Oberfläche finds Benutzeroberfläche.</summary>
    private void AddCompounds(QueryWord word, string term)
    {
        var found = new List<FoundTerm>();
        foreach (var compound in snapshot.Vocabulary.Ending(term, Ranking.MaxPrefixTerms))
            AddIfFound(found, compound.Word, Ranking.Parts, word.Fields);
        AddTerms(word, MatchKind.Prefix, found);
    }

    private int AddPrefix(QueryWord word, string term)
    {
        var found = new List<FoundTerm>();
        var most = 0;
        if (term.Length < 2)
        {
            // While C is being typed, C++ and C# stay in sight, below C itself.
            foreach (var language in (ReadOnlySpan<string>)[term + "++", term + "#"])
                most = Math.Max(most, AddIfFound(found, language, 1f, word.Fields));
            AddTerms(word, MatchKind.Prefix, found);
            return most;
        }

        foreach (var beginning in snapshot.Vocabulary.Beginning(term, Ranking.MaxPrefixTerms))
            most = Math.Max(most, AddIfFound(found, beginning.Word, 1f, word.Fields));
        AddTerms(word, MatchKind.Prefix, found);
        return most;
    }

    /// <summary>Adds the names that begin with an initial, as in R Jones.</summary>
    private void AddInitial(QueryWord word, string term)
    {
        var found = new List<FoundTerm>();
        foreach (var name in snapshot.Vocabulary.Names(term))
            AddIfFound(found, name, 1f, word.Fields & FieldSet.Speaker);
        AddTerms(word, MatchKind.Prefix, found);
    }

    /// <summary>Splits a word into two words that occur side by side: realtime → real time, python3 → python 3.</summary>
    private int AddSplit(QueryWord word, string term)
    {
        var best = 0;
        TermSequence? split = null;
        for (var i = 1; i < term.Length; i++)
        {
            var isNumber = char.IsLetter(term[i - 1]) != char.IsLetter(term[i]);
            if (!isNumber && (i < MinSplitCharacters || term.Length - i < MinSplitCharacters))
                continue;
            if (StopWords.Contains(term[..i]) || StopWords.Contains(term[i..]))
                continue;
            string[] ends = [term[i..], .. snapshot.Forms.Of(term[i..])];
            var rarer = Math.Min(snapshot.Vocabulary.Count(term[..i]), ends.Max(snapshot.Vocabulary.Count));
            if (rarer <= best)
                continue;

            var candidate = new TermSequence(MatchKind.Word, Ranking.Form, [[term[..i]], ends]);
            var count = 0;
            SequenceFinder.Find(snapshot, terms, candidate, word.Fields, deadline, (_, _, times) => count += times);
            if (count > 0)
                (best, split) = (rarer, candidate);
        }

        if (split is null)
            return 0;
        word.Sequences.Add(split);
        return best;
    }

    private void AddTypos(QueryWord word, string term, int count, bool isUnfinished)
    {
        var found = new List<FoundTerm>();
        var nearest = snapshot.Vocabulary.Near(term, Ranking.MaxTypoTerms);
        if (nearest.Count == 0 && count == 0 && isUnfinished)
            nearest = snapshot.Vocabulary.BeginningNear(term, Ranking.MaxTypoTerms);
        VocabularyWord? first = null;
        foreach (var near in nearest)
        {
            // A word that occurs in the index is a typo only of a word that is far more frequent.
            if (count > 0 && near.Count < Ranking.FarMoreFrequent * count)
                continue;
            // A word two edits away was rarely meant when another is one edit away, unless it is far more frequent.
            if (first is { } nearer && near.Edits > nearer.Edits && near.Count < Ranking.OutweighsDistance * nearer.Count)
                break;
            var similarity = 1f - ((float)near.Edits / Math.Max(term.Length, near.Word.Length));
            if (AddIfFound(found, near.Word, similarity, word.Fields) == 0)
                continue;
            first ??= near;
            if (count == 0 && word.CorrectedTo is null)
                Correct(word, near.Word, similarity, found);
            else if (count == 0)
                continue;
            else if (near.Edits == 1 && term.Length >= MinOfferedCharacters)
                word.OfferedCorrection ??= near.Word;
        }

        AddTerms(word, MatchKind.Typo, found);
    }

    private void Correct(QueryWord word, string meant, float similarity, List<FoundTerm> found)
    {
        word.CorrectedTo = meant;

        // A frequent word is found without its other forms, which would crowd out the talks that contain the word itself.
        if (snapshot.Vocabulary.Count(meant) > Rare())
            return;
        foreach (var form in snapshot.Forms.Of(meant))
            AddIfFound(found, form, similarity * Ranking.Form, word.Fields);
    }

    private int Rare() => Math.Max(1, (int)(snapshot.Reader.NumDocs * Ranking.RareShare));

    /// <summary>Returns the weight of a word. All terms of a group weigh the same, so that a misspelled document does not rank higher
    /// because its spelling is rare.</summary>
    private float Weigh(QueryWord word, string term)
    {
        var best = word.TermGroups.Count > 0 ? word.TermGroups[0] : null;
        var count = best?.Kind == MatchKind.Word ? best.Terms.Sum(CountOf) : best?.Terms.Max(CountOf) ?? 0;
        foreach (var sequence in word.Sequences.Where(s => s.Kind == MatchKind.Word && count == 0))
            count = sequence.Steps.Min(step => step.Max(t => Find(t, word.Fields).Count));
        word.IsStopWord = StopWords.Contains(term) && best?.Kind == MatchKind.Word;
        return Idf(count) * (word.IsStopWord ? Ranking.StopWord : 1f);
    }

    private static int CountOf(FoundTerm term) => term.Postings.GroupBy(p => p.Field).Max(field => field.Sum(p => p.DocFreq));

    private int AddIfFound(List<FoundTerm> into, string term, float factor, FieldSet fields)
    {
        var found = Find(term, fields);
        if (found.Count > 0)
            into.Add(new FoundTerm(term, factor, found.Postings));
        return found.Count;
    }

    private (int Count, List<Posting> Postings) Find(string term, FieldSet fields)
    {
        var postings = new List<Posting>();
        return (terms.Find(term, fields, postings), postings);
    }

    private static void AddTerms(QueryWord word, MatchKind kind, List<FoundTerm> found)
    {
        if (found.Count == 0)
            return;
        var at = word.TermGroups.FindIndex(l => l.Kind == kind);
        if (at >= 0)
            word.TermGroups[at] = word.TermGroups[at] with { Terms = [.. word.TermGroups[at].Terms, .. found] };
        else
            word.TermGroups.Insert(word.TermGroups.Count(l => l.Kind < kind), new TermGroup(kind, found));
    }

    private string? Fold(string text) => Read(text) is { Count: > 0 } read && read.All(t => t.Position == 0) ? read[0].Term : null;
}
