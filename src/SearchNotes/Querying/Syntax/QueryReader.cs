using System.Buffers;
using System.Globalization;
using System.Text;

namespace SearchNotes.Querying.Syntax;

/// <summary>Parses a query. Never throws and never rejects a query: parts that cannot be understood are searched for as text, with a note.
/// The syntax is described in <c>docs/query-syntax.md</c>, whose examples are tests.</summary>
internal static class QueryReader
{
    /// <summary>Maximum length in characters. The rest is ignored, with a note; the HTTP API rejects longer queries.</summary>
    public const int MaxCharacters = 512;

    /// <summary>The note on a query that only leaves words out.</summary>
    public const string OnlyExclusions = "This query only leaves words out; everything else is shown.";

    /// <summary>Characters after which a word may go on: l'amour, real-time, brew.js, anna@example.</summary>
    private static readonly SearchValues<char> Connectors = SearchValues.Create("'’-.@/");

    /// <summary>Parses a query.</summary>
    public static ParsedQuery Read(string text)
    {
        var notes = new List<Note>();
        var bounded = Bound(text, notes);
        var tokens = new QueryLexer(bounded, notes).Tokenize();
        var clauses = new QueryParser(tokens, notes).Parse();
        var root = new AllClause(clauses, 0, bounded.Length);
        if (clauses is [NotClause first, ..] && clauses.All(clause => clause is NotClause))
            notes.Add(new(first.Position, OnlyExclusions));
        notes.Sort((a, b) => a.Position.CompareTo(b.Position));

        var lastWord = LastSearchedWord(root);
        var isUnfinished = lastWord is { Text: not ("OR" or "AND" or "NOT") } && MayGoOn(text, lastWord.End);
        var signs = clauses.Count == 0 ? text.Trim() : "";
        var normal = ClauseWriter.Write(root);
        // A space at the end distinguishes a finished last word from one that is still being typed.
        if (lastWord is not null && !isUnfinished && EndsInLetter(normal))
            normal += ' ';
        return new()
        {
            Root = root,
            Notes = notes,
            Signs = signs.Length > 0 ? signs : null,
            LastWordUnfinished = isUnfinished,
            Normal = notes.Count > 0 || signs.Length > 0 || normal.Length > MaxCharacters ? text : normal,
        };
    }

    private static string Bound(string text, List<Note> notes)
    {
        if (text.Length <= MaxCharacters)
            return text;
        var end = MaxCharacters;
        while (end > 0 && !char.IsWhiteSpace(text[end]))
            end--;
        if (end == 0)
            end = char.IsHighSurrogate(text[MaxCharacters - 1]) ? MaxCharacters - 1 : MaxCharacters;
        notes.Add(new(end, $"A query has at most {MaxCharacters} characters; the rest is left out."));
        return text[..end];
    }

    /// <summary>Returns the word that the query ends with, unless it is negated.</summary>
    private static WordClause? LastSearchedWord(Clause clause) => clause switch
    {
        WordClause word => word,
        FieldClause field => LastSearchedWord(field.Clause),
        AnyClause { Clauses: [.., var last] } => LastSearchedWord(last),
        AllClause { Clauses: [.., var last] } => LastSearchedWord(last),
        _ => null,
    };

    /// <summary>Returns whether the word that ends at a place may go on: at most one connector follows it.</summary>
    private static bool MayGoOn(string text, int end) =>
        EndsInLetter(text[..end]) && text.Length - end <= 1 && !text.AsSpan(end).ContainsAnyExcept(Connectors);

    private static bool EndsInLetter(string text) =>
        Rune.DecodeLastFromUtf16(text, out var last, out _) == OperationStatus.Done
        && (Rune.IsLetterOrDigit(last)
            || Rune.GetUnicodeCategory(last) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
