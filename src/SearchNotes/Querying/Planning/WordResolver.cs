using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Planning;

/// <summary>Finds what stands in the index for a word that was typed: the word and its forms, joined or split, what it is the
/// beginning of, what it was meant to be. Later steps are taken only where the earlier found little.</summary>
internal sealed class WordResolver(Snapshot snapshot, TermReader terms, Deadline deadline)
{
    /// <summary>Shortest piece that a run-together word is split into.</summary>
    private const int MinSplitCharacters = 2;

    /// <summary>Shortest word that stands somewhere and yet may be meant as another: short words have too many neighbours.</summary>
    private const int MinOfferedCharacters = 6;

    private readonly List<Token> tokens = [];
    private readonly TextTokens reader = new();

    /// <summary>Reads the terms of a text; symbols that are no words are read as code.</summary>
    public IReadOnlyList<Token> Read(string text)
    {
        reader.Read(text, isCode: false, [], tokens);
        if (tokens.Count == 0)
            reader.Read(text, isCode: true, [], tokens);
        // An accent with no letter below it is a place in the text and no term: what comes next begins the word.
        if (tokens is [{ Position: > 0 and var first }, ..])
        {
            for (var i = 0; i < tokens.Count; i++)
                tokens[i] = tokens[i] with { Position = tokens[i].Position - first };
        }

        return tokens;
    }

    /// <summary>Resolves a word.</summary>
    /// <param name="number">Its number in the query.</param>
    /// <param name="typed">As typed.</param>
    /// <param name="fields">Where to look.</param>
    /// <param name="kindness">How far from the typed word to go.</param>
    /// <returns><see langword="null"/> for a text that holds nothing to search for.</returns>
    public QueryWord? Resolve(int number, string typed, FieldSet fields, MatchExpansion kindness) =>
        Known(number, new WordKey(typed, fields, kindness)) ?? Keep(LookUp(number, typed, fields, kindness), kindness);

    /// <summary>Resolves a phrase: its words as they stand, side by side.</summary>
    public QueryWord? ResolvePhrase(int number, string typed, FieldSet fields) =>
        Known(number, new WordKey(typed, fields, null)) ?? Keep(LookUpPhrase(number, typed, fields), null);

    private QueryWord? Known(int number, WordKey key) => snapshot.ResolvedWords.Find(key)?.Copy(number);

    private QueryWord? Keep(QueryWord? word, MatchExpansion? kindness)
    {
        // What was looked up in a hurry is worse than it might be. A copy is kept: the query may still join this one to the next.
        if (word is not null && !deadline.WasMissed)
            snapshot.ResolvedWords.Keep(new WordKey(word.Typed, word.Fields, kindness), word.Copy(word.Number));
        return word;
    }

    private QueryWord? LookUp(int number, string typed, FieldSet fields, MatchExpansion kindness)
    {
        var read = Read(typed);
        if (read.Count == 0)
            return null;

        var whole = read.Where(t => t.Start == read[0].Start && t.End == read[0].End && t.Position == 0).Select(t => t.Term)
            .Distinct(StringComparer.Ordinal).ToList();
        var steps = Steps(read, whole);
        var isOne = read.All(t => t.Position == 0);
        var word = new QueryWord { Number = number, Typed = typed, Fields = fields };

        // "do" is not looked for as "does"; nor as what it may be the beginning of, unless it hardly stands there: "tes", in an English
        // blog.
        if (kindness is MatchExpansion.Word or MatchExpansion.Unfinished && StopWords.Contains(whole[0]))
        {
            kindness = kindness == MatchExpansion.Unfinished && Find(whole[0], fields).Count < Ranking.CommonShare * snapshot.Reader.NumDocs
                ? MatchExpansion.Prefix : MatchExpansion.None;
        }
        var count = isOne || IsCompound(read) ? AddForms(word, whole, isOne, kindness) : 0;

        if (!isOne)
            AddSequence(word, typed, steps, count);
        if (isOne)
            AddExpansions(word, whole[0], count, kindness);
        else if (word.TermGroups.Count == 0 && kindness != MatchExpansion.None)
            AddParts(word, steps);
        word.IsUnknown = !word.TermGroups.Any(l => l.Kind is MatchKind.Word or MatchKind.Prefix)
            && !word.Sequences.Any(s => s.Kind == MatchKind.Word);
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
        var word = new QueryWord { Number = number, Typed = typed, Fields = fields, IsPhrase = true, Literal = fields == FieldSet.Code
            ? typed : null };
        word.Sequences.Add(new TermSequence(MatchKind.Word, 1f, steps));
        word.Weight = steps.Sum(step => Idf(step.Max(term => Find(term, fields).Count)));
        return word;
    }

    /// <summary>Lets two neighbouring words also stand for the word that they make together: work flow → workflow.</summary>
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

            // What was taken for a typing error was half a word.
            word.CorrectedTo = null;
            word.TermGroups.RemoveAll(l => l.Kind == MatchKind.Typo);
        }
    }

    /// <summary>BM25's idf. Counts take in deleted documents, so all of them do as well.</summary>
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

    /// <summary>Whether a term stands for all of it, as for q.enqueue; not so for a/b or 形態素.</summary>
    private static bool IsCompound(IReadOnlyList<Token> read) => read.Max(t => t.End) <= read[0].End;

    private int AddForms(QueryWord word, List<string> whole, bool isOne, MatchExpansion kindness)
    {
        var found = new List<FoundTerm>();
        var most = 0;
        foreach (var term in whole)
            most = Math.Max(most, Take(found, term, 1f, word.Fields));
        if (isOne && kindness != MatchExpansion.None)
        {
            foreach (var form in snapshot.Forms.Of(whole[0]))
                most += Take(found, form, Ranking.Form, word.Fields);

            // A dictionary stemmer knows saving as a word of its own: where it stands nowhere, save and saved do for it.
            if (most == 0)
            {
                foreach (var form in Inflections.Of(whole[0]))
                    most += Take(found, form, Ranking.Form, word.Fields);
            }
        }

        AddTerms(word, MatchKind.Word, found);
        return most;
    }

    /// <summary>real-time also stands for real time; sys._getframe only where it stands nowhere as a whole, and then weakly.</summary>
    private static void AddSequence(QueryWord word, string typed, List<IReadOnlyList<string>> steps, int count)
    {
        var isIdentifier = typed.AsSpan().IndexOfAny("._:") >= 0;
        if (!isIdentifier)
            word.Sequences.Add(new TermSequence(MatchKind.Word, count == 0 ? 1f : Ranking.Form, steps));
        else if (count == 0)
            word.Sequences.Add(new TermSequence(MatchKind.Part, Ranking.Parts, steps));
    }

    private void AddParts(QueryWord word, List<IReadOnlyList<string>> steps)
    {
        var found = new List<FoundTerm>();
        foreach (var term in steps.SelectMany(step => step).Distinct(StringComparer.Ordinal))
            Take(found, term, Ranking.Parts, word.Fields);
        AddTerms(word, MatchKind.Part, found);
    }

    private void AddExpansions(QueryWord word, string term, int count, MatchExpansion kindness)
    {
        if (kindness == MatchExpansion.None || !term.All(char.IsLetterOrDigit))
            return;
        if (kindness == MatchExpansion.Initial)
        {
            AddInitial(word, term);
            return;
        }

        // Without time for what is near the word, the word itself has to do.
        if (deadline.HasPassed())
            return;
        if (count == 0 && !(kindness == MatchExpansion.Unfinished && snapshot.Vocabulary.Begins(term)))
            count = AddSplit(word, term);
        if (kindness is MatchExpansion.Unfinished or MatchExpansion.Prefix && (count <= Rare() || kindness == MatchExpansion.Prefix))
            count += AddPrefix(word, term);
        if (kindness != MatchExpansion.Prefix && count <= Rare())
            AddTypos(word, term, count, kindness == MatchExpansion.Unfinished);
    }

    private int AddPrefix(QueryWord word, string term)
    {
        if (term.Length < 2)
            return 0;
        var found = new List<FoundTerm>();
        var most = 0;
        foreach (var beginning in snapshot.Vocabulary.Beginning(term, Ranking.MaxPrefixTerms))
            most = Math.Max(most, Take(found, beginning.Word, 1f, word.Fields));
        AddTerms(word, MatchKind.Prefix, found);
        return most;
    }

    /// <summary>A lone letter beside a name is an initial: R Jones.</summary>
    private void AddInitial(QueryWord word, string term)
    {
        var found = new List<FoundTerm>();
        foreach (var name in snapshot.Vocabulary.Names(term))
            Take(found, name, 1f, word.Fields & FieldSet.Speaker);
        AddTerms(word, MatchKind.Prefix, found);
    }

    /// <summary>realtime → real time, python3 → python 3, where the two words do stand side by side.</summary>
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
            // A word that stands somewhere is a typing error only of one that stands in many more places.
            if (count > 0 && near.Count < Ranking.FarMoreFrequent * count)
                continue;
            // Who is two letters away when another is one away was hardly meant, unless everybody speaks of it.
            if (first is { } nearer && near.Edits > nearer.Edits && near.Count < Ranking.OutweighsDistance * nearer.Count)
                break;
            var similarity = 1f - ((float)near.Edits / Math.Max(term.Length, near.Word.Length));
            if (Take(found, near.Word, similarity, word.Fields) == 0)
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

        // A frequent word needs no other forms to be found, and they would crowd out the talks that hold the word itself.
        if (snapshot.Vocabulary.Count(meant) > Rare())
            return;
        foreach (var form in snapshot.Forms.Of(meant))
            Take(found, form, similarity * Ranking.Form, word.Fields);
    }

    private int Rare() => Math.Max(1, (int)(snapshot.Reader.NumDocs * Ranking.RareShare));

    /// <summary>All terms of a level weigh the same, so that a misspelt document is never ahead for being rare.</summary>
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

    private int Take(List<FoundTerm> into, string term, float factor, FieldSet fields)
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
