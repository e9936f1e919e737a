using System.Buffers;

namespace SearchNotes.Querying.Syntax;

/// <summary>Splits a query into tokens.</summary>
/// <param name="text">The query.</param>
/// <param name="notes">Receives notes on parts that could not be understood as written.</param>
internal sealed class QueryLexer(string text, List<Note> notes)
{
    /// <summary>Maximum number of words, including those of phrases.</summary>
    public const int MaxWords = 64;

    /// <summary>Maximum nesting depth of parentheses.</summary>
    public const int MaxNesting = 8;

    /// <summary>Opening and closing quotation marks of phrases. The double quotes of all languages form one family, because keyboards and
    /// phones mix them. Apostrophes are not included: <c>don't</c>, <c>rock 'n' roll</c>.</summary>
    public static readonly (string Opening, string Closing)[] Quotes =
        [("\"“”„‟＂", "\"“”„‟＂"), ("«»", "»«"), ("「", "」"), ("『", "』")];

    /// <summary>Punctuation of prose before and after words. Other characters may be part of a name: <c>.NET</c>, <c>%px</c>, <c>C#</c>,
    /// <c>-></c>.</summary>
    public const string Before = "'‘’‚,;¿¡…–—、。";

    /// <inheritdoc cref="Before"/>
    public const string After = "'‘’‚,;.:!?…–—、。，！？";

    private static readonly SearchValues<char> BeforeValues = SearchValues.Create(Before);
    private static readonly SearchValues<char> AfterValues = SearchValues.Create(After);

    private readonly List<QueryToken> tokens = [];
    private readonly List<int> open = [];
    private int at;
    private int wordCount;
    private bool isFull;

    /// <summary>Returns the tokens, in order. Parentheses are balanced and nested at most <see cref="MaxNesting"/>
    /// deep.</summary>
    public List<QueryToken> Tokenize()
    {
        while (!isFull && SkipToNext())
            ReadToken();
        CloseGroups();
        return tokens;
    }

    private bool SkipToNext()
    {
        while (at < text.Length && (IsSpace(text[at]) || BeforeValues.Contains(text[at])))
            at++;
        return at < text.Length;
    }

    /// <summary>Whether the next token is the value of a field, in which operators and punctuation are text.</summary>
    private bool IsValue => tokens is [.., { Kind: QueryTokenKind.Field }];

    private void ReadToken()
    {
        if (TryPhrase() || TryParenthesis() || TryOperator())
            return;
        ReadWord();
    }

    private bool TryOperator() => !IsValue && (TryMinus() || TryField());

    private bool TryPhrase()
    {
        foreach (var (opening, closing) in Quotes)
        {
            if (!opening.Contains(text[at], StringComparison.Ordinal))
                continue;
            var end = text.AsSpan(at + 1).IndexOfAny(closing);
            if (end < 0)
            {
                notes.Add(new(at, "This quotation mark has no partner; the words are searched for one by one."));
                at++;
                return true;
            }
            AddPhrase(at, at + 1 + end + 1);
            return true;
        }
        return false;
    }

    private void AddPhrase(int start, int end)
    {
        at = end;
        var phrase = text[(start + 1)..(end - 1)].Trim();
        if (phrase.Length == 0)
        {
            notes.Add(new(start, "There is nothing between these quotation marks; they are left out."));
            return;
        }
        // In code spaces are significant; elsewhere they only separate words.
        var isCode = tokens is [.., { Kind: QueryTokenKind.Field } field] && ClauseFields.TryField(field.Text, out var name)
            && name == SearchField.Code;
        var words = phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var room = MaxWords - wordCount;
        wordCount += words.Length;
        if (room > 0)
        {
            tokens.Add(new(QueryTokenKind.Phrase, isCode && words.Length <= room
                ? phrase : string.Join(' ', words.Take(room)), start, end));
        }
        if (words.Length > room)
            StopAt(start);
    }

    private bool TryParenthesis()
    {
        switch (text[at])
        {
            case '(':
                if (open.Count < MaxNesting)
                    tokens.Add(new(QueryTokenKind.Open, "(", at, at + 1));
                else if (open.Count == MaxNesting)
                    notes.Add(new(at, $"Parentheses nest at most {MaxNesting} deep; deeper ones are left out."));
                open.Add(at++);
                return true;
            case ')' when open.Count > 0:
                open.RemoveAt(open.Count - 1);
                if (open.Count < MaxNesting)
                    tokens.Add(new(QueryTokenKind.Close, ")", at, at + 1));
                at++;
                return true;
            case ')':
                notes.Add(new(at, "This parenthesis closes nothing; it is left out."));
                at++;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads a minus that negates: <c>-sqlalchemy</c>, <c>-"a b"</c>. <c>--flag</c>, <c>-></c>, a lone hyphen and program options
    /// such as <c>-r</c> are text.</summary>
    private bool TryMinus()
    {
        if (text[at] != '-' || at + 1 >= text.Length)
            return false;
        var next = text[at + 1];
        var opens = next == '(' || IsQuote(next);
        var word = ".@%#".Contains(next, StringComparison.Ordinal) ? at + 2 : at + 1;
        var begins = word < text.Length && IsWordCharacter(text[word]);
        if (!opens && !begins)
            return false;
        if (!opens && WordEnd(at + 1) == at + 2)
        {
            notes.Add(new(at, $"“-{next}” is searched for as text, as an option of a program; NOT {next} leaves the letter out."));
            return false;
        }
        tokens.Add(new(QueryTokenKind.Not, "-", at, ++at));
        return true;
    }

    private bool TryField()
    {
        var colon = at;
        while (colon < text.Length && char.IsAsciiLetter(text[colon]))
            colon++;
        if (colon == at || colon >= text.Length || text[colon] is not (':' or '：'))
            return false;

        var name = text[at..colon];
        var next = colon + 1 < text.Length ? text[colon + 1] : ' ';
        if (text.AsSpan(colon + 1) is [':', ..] or ['/', '/', ..])
            return false;
        if (!ClauseFields.TryField(name, out _) && !QueryFilter.ByName.ContainsKey(name))
            return TryUnknownField(name, colon, next);
        // With a space after the colon, "speaker: walker" is a field, but "Code: the hidden language" is a title.
        if (IsSpace(next) && !char.IsAsciiLetterLower(name[0]))
            return false;
        tokens.Add(new(QueryTokenKind.Field, name, at, colon + 1));
        at = colon + 1;
        return true;
    }

    private bool TryUnknownField(string name, int colon, char next)
    {
        var opens = next == '(' || IsQuote(next);
        var isFollowed = opens || char.IsLetter(next);
        if (name.Length > 2 && name.All(char.IsAsciiLetterLower) && isFollowed)
            notes.Add(new(at, $"There is no field “{name}”; it is searched for as text."));
        if (!opens || OperatorOf(name) is not null)
            return false;
        Add(QueryTokenKind.Word, at, colon);
        at = colon + 1;
        return true;
    }

    private void ReadWord()
    {
        var isValue = IsValue;
        var (start, end) = (at, WordEnd(at));
        at = end;
        var isYear = isValue && QueryFilter.ByName.TryGetValue(tokens[^1].Text, out var filter) && filter.Facet == Facet.Year;
        if (!isYear)
            end = TrimEnd(start, end);
        var word = text.AsSpan(start, end - start);
        if (word is "-" or "&" or "/" or "*" or "+" || (word.IndexOfAnyExcept(AfterValues) < 0 && word is not "::"))
            return;
        if (!isValue && OperatorOf(word) is { } kind)
            tokens.Add(new(kind, word.ToString(), start, end));
        else
            AddWord(start, end);
    }

    private static QueryTokenKind? OperatorOf(ReadOnlySpan<char> word) => word switch
    {
        "OR" or "|" or "||" => QueryTokenKind.Or,
        "AND" => QueryTokenKind.And,
        "NOT" => QueryTokenKind.Not,
        _ => null,
    };

    private void AddWord(int start, int end)
    {
        var star = text.AsSpan(start, end - start).IndexOf('*');
        if (star <= 0 || start + star != end - 1 || !IsWordCharacter(text[end - 2]))
        {
            Add(QueryTokenKind.Word, start, end);
            return;
        }

        var letters = 0;
        for (var i = start; i < end; i++)
            letters += char.IsLetterOrDigit(text[i]) || char.IsLowSurrogate(text[i]) ? 1 : 0;
        if (letters < 2)
            notes.Add(new(end - 1, "A star needs two letters before it; it is left out."));
        Add(letters < 2 ? QueryTokenKind.Word : QueryTokenKind.Prefix, start, end - 1, end);
    }

    private void Add(QueryTokenKind kind, int start, int end, int? spanEnd = null)
    {
        if (wordCount++ == MaxWords)
            StopAt(start);
        else
            tokens.Add(new(kind, text[start..end], start, spanEnd ?? end));
    }

    /// <summary>Returns the end of a word: a space, or the parenthesis that closes a group. Parentheses inside a word belong to it:
    /// <c>foo(bar)</c>.</summary>
    private int WordEnd(int from)
    {
        var own = 0;
        for (var i = from; i < text.Length; i++)
        {
            if (IsSpace(text[i]))
                return i;
            if (text[i] == '(')
                own++;
            else if (text[i] == ')' && --own < 0 && open.Count > 0)
                return i;
        }
        return text.Length;
    }

    private int TrimEnd(int start, int end)
    {
        var letters = text.AsSpan(start, end - start).IndexOfAnyExcept(AfterValues) >= 0;
        while (letters && end > start + 1 && text.AsSpan(start, end - start) is not "#!")
        {
            var last = text[end - 1];
            if (IsQuote(last) && char.IsLetter(text[end - 2]))
                notes.Add(new(end - 1, "This quotation mark has no partner; it is left out."));
            else if (!AfterValues.Contains(last))
                break;
            end--;
        }
        return end;
    }

    private void StopAt(int position)
    {
        isFull = true;
        notes.Add(new(position, $"A query has at most {MaxWords} words; the rest is left out."));
        while (tokens is [.., { Kind: QueryTokenKind.Field or QueryTokenKind.Not or QueryTokenKind.Or or QueryTokenKind.And }])
            tokens.RemoveAt(tokens.Count - 1);
    }

    private void CloseGroups()
    {
        for (var i = Math.Min(open.Count, MaxNesting) - 1; i >= 0; i--)
        {
            if (!isFull)
                notes.Add(new(open[i], "This parenthesis is never closed; the group ends with the query."));
            tokens.Add(new(QueryTokenKind.Close, "", text.Length, text.Length));
        }
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    private static bool IsQuote(char c) => Quotes.Any(pair => pair.Opening.Contains(c, StringComparison.Ordinal));

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '_';
}
