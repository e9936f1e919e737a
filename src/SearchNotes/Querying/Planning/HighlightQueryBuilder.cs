using SearchNotes.Highlighting;
using SearchNotes.Querying.Matching;

namespace SearchNotes.Querying.Planning;

/// <summary>Builds the highlight query for the words of a query.</summary>
internal static class HighlightQueryBuilder
{
    /// <summary>Returns the highlight query for words, in their order.</summary>
    public static HighlightQuery Of(IReadOnlyList<QueryWord> words)
    {
        var near = words.Select((word, i) => Word(word, Near(words, i))).ToList();
        var all = words.Select(word => Word(word, Terms(word))).ToList();
        var isSame = near.Zip(all).All(pair => Covers(pair.First.Terms, pair.Second.Terms));
        var phrases = words.SelectMany(Phrases).ToList();
        var literals = words.Select((word, i) => (word.Literal, i)).Where(pair => pair.Literal is { Length: > 0 })
            .Select(pair => new HighlightLiteral(pair.i, pair.Literal!)).ToList(); // Not null: filtered above.
        return new(near, phrases, literals) { Fallback = isSame ? null : new(all, phrases, literals) };
    }

    /// <summary>Returns whether all terms are among the near ones, which usually begin with them in the same order.</summary>
    private static bool Covers(IReadOnlyCollection<string> near, IReadOnlyCollection<string> all) =>
        near.Take(all.Count).SequenceEqual(all, StringComparer.Ordinal) || all.All(near.Contains);

    private static HighlightTerm Word(QueryWord word, IReadOnlyCollection<string> terms) =>
        new(terms, word.Weight, FieldsOf(word.Fields), ClassOf(word));

    /// <summary>Returns the phrases of a word. Literals are flagged as a whole, so their words are not phrases.</summary>
    private static IEnumerable<HighlightPhrase> Phrases(QueryWord word, int number) =>
        word.Literal is { Length: > 0 }
        ? [] : word.Sequences.Select(sequence => new HighlightPhrase(number, [.. sequence.Steps.Select(AsSet)]));

    private static IReadOnlySet<string> AsSet(IReadOnlyList<string> terms) => terms.ToHashSet(StringComparer.Ordinal);

    private static List<string> Terms(QueryWord word) => [.. word.TermGroups.SelectMany(group => group.Terms).Select(term => term.Term)];

    /// <summary>Returns the terms of a word without its derived terms: for cylinders, cylinder is flagged, and cylindrical only when no
    /// nearer term occurs.</summary>
    private static List<string> Near(IReadOnlyList<QueryWord> words, int i)
    {
        var typed = words[i].TermGroups is [{ Kind: MatchKind.Word, Terms: [{ Factor: 1f } exact, ..] }, ..] ? exact.Term : null;
        List<string> near =
            [.. words[i].TermGroups.SelectMany(group => group.Terms.Where(term => group.Kind != MatchKind.Word || IsNear(term.Term)))
                .Select(term => term.Term)];
        if (typed is not null && words[i].Sequences.Count == 0)
            near.AddRange(Inflections.Of(typed));
        near.AddRange(HyphenatedParts(words[i]));
        return near;

        bool IsNear(string term) =>
            Inflections.AreForms(typed ?? words[i].Typed.ToLowerInvariant(), term) || IsJoined(i - 1, term) || IsJoined(i, term);
        bool IsJoined(int first, string term) =>
            first >= 0 && first + 1 < words.Count
            && term.Equals(words[first].Typed + words[first + 1].Typed, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Returns the parts of a hyphenated word with their forms: wing and body for wing-body.</summary>
    private static IEnumerable<string> HyphenatedParts(QueryWord word) =>
        word.IsPhrase || !word.Typed.Contains('-', StringComparison.Ordinal) ? []
        : word.Sequences.Where(sequence => sequence.Kind == MatchKind.Word).SelectMany(sequence => sequence.Steps).SelectMany(step => step)
            .Where(term => term.Length > 2).SelectMany(term => Inflections.Of(term).Prepend(term));

    /// <summary>Returns the class of a word. A rare word is a content word even when it is a stop word of another language, such as "die"
    /// in an English blog.</summary>
    private static WordClass ClassOf(QueryWord word)
    {
        var typed = word.Typed.ToLowerInvariant();
        if (word.IsPhrase || word.Weight >= Ranking.MaxStopWordWeight || !StopWords.Contains(typed))
            return WordClass.Content;
        return StopWords.IsFunctionWord(typed) ? WordClass.FunctionWord : WordClass.StopWord;
    }

    private static MatchFields FieldsOf(FieldSet fields)
    {
        if (fields == FieldSet.Default)
            return MatchFields.All;
        var shown = MatchFields.None;
        if (fields.HasFlag(FieldSet.Topic))
            shown |= MatchFields.Topic;
        if (fields.HasFlag(FieldSet.Speaker))
            shown |= MatchFields.Speaker;
        if (fields.HasFlag(FieldSet.Tag))
            shown |= MatchFields.Tag;
        if (fields.HasFlag(FieldSet.Code))
            shown |= MatchFields.Code;
        if (fields.HasFlag(FieldSet.Quote))
            shown |= MatchFields.Quote;
        if (fields.HasFlag(FieldSet.Qa))
            shown |= MatchFields.Qa;
        return shown;
    }
}
