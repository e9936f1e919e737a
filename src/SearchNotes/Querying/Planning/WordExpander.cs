using System.Buffers;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying.Matching;
using SearchNotes.Querying.Snapshots;

namespace SearchNotes.Querying.Planning;

/// <summary>Adds the terms to a word that differ from the typed text: split spellings, words that begin with it, derived words,
/// corrections, and words that contain it.</summary>
internal sealed class WordExpander(Snapshot snapshot, TermLookup lookup)
{
    /// <summary>Minimum length of the parts of a split word, in characters: where the joined word occurs, and where it does not.</summary>
    private const int MinSplitCharacters = 3, MinSplitCharactersOfUnknown = 2;

    /// <summary>Minimum length of a word in the index for which a correction is offered, in characters. Shorter words have too many
    /// neighbours.</summary>
    private const int MinOfferedCharacters = 6;

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create(".:");

    /// <summary>Adds the words that begin with the typed text.</summary>
    /// <returns>The number of documents that contain one of them, in the field where it is most frequent.</returns>
    public int AddPrefix(QueryWord word, string term)
    {
        // 3.1 is not the beginning of 3.10.
        if (term.AsSpan().ContainsAny(NumberSigns) && !term.Any(char.IsLetter))
            return 0;
        var found = new List<FoundTerm>();
        var most = 0;
        if (term.Length < 2 && !Letters.IsUnspaced(term[0]))
        {
            // While C is being typed, C++ and C# stay in sight, below C itself.
            foreach (var language in (ReadOnlySpan<string>)[term + "++", term + "#"])
                most = Math.Max(most, lookup.AddIfFound(found, language, 1f, word.Fields));
            TermLookup.AddTerms(word, MatchKind.Prefix, found);
            return most;
        }

        foreach (var beginning in snapshot.Vocabulary.Beginning(term, Ranking.MaxPrefixTerms))
            most = Math.Max(most, lookup.AddIfBegun(found, beginning.Word, word.Fields));
        TermLookup.AddTerms(word, MatchKind.Prefix, found);
        return most;
    }

    /// <summary>Adds the sequence whose last step is unfinished: user@exam → user, example.</summary>
    public void AddPrefix(QueryWord word, List<IReadOnlyList<string>> steps)
    {
        if (steps.Count < 2)
            return;
        List<string> last = [.. steps[^1].SelectMany(term => snapshot.Vocabulary.Beginning(term, Ranking.MaxPrefixTerms))
            .Select(beginning => beginning.Word)];
        if (last.Count > 0)
            word.Sequences.Add(new TermSequence(MatchKind.Prefix, 1f, [.. steps.SkipLast(1), last]));
    }

    /// <summary>Adds the names that begin with an initial, as in R Jones.</summary>
    public void AddInitial(QueryWord word, string term)
    {
        var found = new List<FoundTerm>();
        foreach (var name in snapshot.Vocabulary.Names(term))
            lookup.AddIfFound(found, name, 1f, word.Fields & FieldSet.Speaker);
        TermLookup.AddTerms(word, MatchKind.Prefix, found);
    }

    /// <summary>Splits a word into two words that occur side by side: realtime → real time, python3 → python 3.</summary>
    /// <returns>The number of documents that contain the rarer of the two; 0 when there is no such split.</returns>
    public int AddSplit(QueryWord word, string term, bool isKnown)
    {
        var best = 0;
        TermSequence? split = null;
        var least = isKnown ? MinSplitCharacters : MinSplitCharactersOfUnknown;
        for (var i = 1; i < term.Length; i++)
        {
            var (first, second) = (term[..i], term[i..]);
            var isNumber = char.IsLetter(term[i - 1]) != char.IsLetter(term[i]);
            if (!isNumber && (first.Length < least || second.Length < least))
                continue;
            if (StopWords.Contains(first) || StopWords.Contains(second) || snapshot.Vocabulary.Count(first) <= best)
                continue;
            string[] ends = [second, .. snapshot.Forms.Of(second)];
            var rarer = Math.Min(snapshot.Vocabulary.Count(first), ends.Max(snapshot.Vocabulary.Count));
            var candidate = new TermSequence(MatchKind.Word, Ranking.Form, [[first], ends]);
            if (rarer > best && lookup.Occurs(word, candidate))
                (best, split) = (rarer, candidate);
        }

        if (split is not null)
            word.Sequences.Add(split);
        return best;
    }

    /// <summary>Adds what stands for a text: k8s → kubernetes, ml → machine learning.</summary>
    /// <param name="words">The words that the text is made of; each also matches the synonym.</param>
    /// <param name="terms">Their terms, separated by spaces.</param>
    public void AddSynonyms(IReadOnlyList<QueryWord> words, string terms)
    {
        foreach (var synonym in snapshot.Synonyms.Find(terms))
        {
            foreach (var word in words)
            {
                // Names have no synonyms.
                if (!AddSynonym(word, synonym, word.Fields & ~FieldSet.Speaker) || word.Synonyms.Contains(synonym.Text))
                    continue;
                word.Synonyms.Add(synonym.Text);
                word.MarkFound();
            }
        }
    }

    private bool AddSynonym(QueryWord word, Synonym synonym, FieldSet fields)
    {
        if (fields == FieldSet.None)
            return false;
        if (synonym.Steps is [var terms])
        {
            var found = new List<FoundTerm>();
            foreach (var term in terms.Concat(snapshot.Forms.Of(terms[0])).Distinct(StringComparer.Ordinal))
                lookup.AddIfFound(found, term, Ranking.Form, fields);
            TermLookup.AddTerms(word, MatchKind.Word, found);
            return found.Count > 0;
        }

        var sequence = new TermSequence(MatchKind.Word, Ranking.Form, synonym.Steps);
        if (!lookup.Occurs(word, sequence))
            return false;
        word.Sequences.Add(sequence);
        return true;
    }

    /// <summary>Adds words derived from the same root, such as navigate for navigation.</summary>
    public void AddDerived(QueryWord word, string term)
    {
        var known = word.TermGroups.SelectMany(group => group.Terms).Select(found => found.Term).ToHashSet(StringComparer.Ordinal);
        var found = new List<FoundTerm>();
        foreach (var derived in snapshot.Derivations.Of(term))
        {
            if (!known.Contains(derived))
                lookup.AddIfFound(found, derived, 1f, word.Fields);
        }

        TermLookup.AddTerms(word, MatchKind.Derived, found);
    }

    /// <summary>Adds corrections. A word that occurs nowhere stands for the nearest word; a word that occurs is a typo only of a word that
    /// is far more frequent.</summary>
    /// <param name="word">The word.</param>
    /// <param name="term">Its term.</param>
    /// <param name="count">Number of documents that contain the word.</param>
    /// <param name="isUnfinished">Whether the word may be the beginning of another.</param>
    public void AddTypos(QueryWord word, string term, int count, bool isUnfinished)
    {
        var found = new List<FoundTerm>();
        var nearest = snapshot.Vocabulary.Near(term, Ranking.MaxTypoTerms);
        if (nearest.Count == 0 && count == 0 && isUnfinished)
            nearest = snapshot.Vocabulary.BeginningNear(term, Ranking.MaxTypoTerms);
        VocabularyWord? first = null;
        foreach (var near in nearest)
        {
            if (count > 0 && near.Count < Ranking.FarMoreFrequent * count)
                continue;
            // A word two edits away was rarely meant when another is one edit away.
            if (near.Edits > (first?.Edits ?? near.Edits))
                break;
            var similarity = 1f - ((float)near.Edits / Math.Max(term.Length, near.Word.Length));
            if (lookup.AddIfFound(found, near.Word, count == 0 ? 1f : similarity, word.Fields) == 0)
                continue;
            first ??= near;
            if (count == 0 && word.CorrectedTo is null)
                Correct(word, term, near, found);
            else if (count > 0 && near.Edits == 1 && term.Length >= MinOfferedCharacters)
                word.OfferedCorrection ??= near.Word;
        }

        TermLookup.AddTerms(word, count == 0 ? MatchKind.Nearest : MatchKind.Typo, found);
    }

    /// <summary>Adds words that contain the typed word, and words that have most groups of three letters in common with it.</summary>
    public void AddInner(QueryWord word, string term)
    {
        if (term.Length < Ranking.MinInnerCharacters)
            return;
        var found = new List<FoundTerm>();
        foreach (var outer in snapshot.Vocabulary.Containing(term, Ranking.MaxInnerTerms))
            lookup.AddIfFound(found, outer.Word, 1f, word.Fields);
        TermLookup.AddTerms(word, MatchKind.Inner, found);
        if (found.Count > 0)
            return;
        foreach (var similar in snapshot.Vocabulary.Similar(term, Ranking.MinSimilarity, Ranking.MaxInnerTerms))
            lookup.AddIfFound(found, similar.Word, 1f, word.Fields);
        TermLookup.AddTerms(word, MatchKind.Part, found);
    }

    private void Correct(QueryWord word, string term, VocabularyWord meant, List<FoundTerm> found)
    {
        word.CorrectedTo = meant.Word;
        word.IsUncertain = IsUncertain(term, meant);

        // A frequent word is found without its other forms, which would crowd out the talks that contain the word itself.
        if (meant.Count > lookup.Rare())
            return;
        foreach (var form in snapshot.Forms.Of(meant.Word))
            lookup.AddIfFound(found, form, Ranking.Form, word.Fields);
    }

    /// <summary>Returns whether a correction is uncertain: another first letter was typed, or several speakers have the name.</summary>
    private bool IsUncertain(string term, VocabularyWord meant)
    {
        var hasFirstLetter = meant.Word[0] == term[0] || (meant.Word[0] == term[1] && meant.Word[1] == term[0]);
        return !hasFirstLetter || (meant.IsName && snapshot.NameCompletions.Speakers.Find([meant.Word], 2).Count > 1);
    }
}
