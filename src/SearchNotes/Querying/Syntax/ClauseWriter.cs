using System.Text;

namespace SearchNotes.Querying.Syntax;

/// <summary>Writes a parsed query in normal form, in the syntax that it was parsed from.</summary>
internal static class ClauseWriter
{
    /// <summary>Closing parenthesis. Without the space it would belong to the word before it, as in <c>foo()</c>.</summary>
    private const string CloseGroup = " )";

    /// <summary>Returns the query. The recursion depth is bounded by <see cref="QueryLexer.MaxNesting"/>.</summary>
    public static string Write(AllClause root)
    {
        var into = new StringBuilder();
        WriteSequence(into, root.Clauses, " ");
        return into.ToString();
    }

    private static void WriteSequence(StringBuilder into, IReadOnlyList<Clause> clauses, string between)
    {
        for (var i = 0; i < clauses.Count; i++)
        {
            if (i > 0)
                into.Append(between);
            // OR binds more tightly than a space, so only a sequence inside OR needs parentheses.
            Write(into, clauses[i], between == " ");
        }
    }

    private static void Write(StringBuilder into, Clause clause, bool bareAny = false)
    {
        switch (clause)
        {
            case WordClause word:
                into.Append(word.Text);
                break;
            case PrefixClause prefix:
                into.Append(prefix.Text).Append('*');
                break;
            case PhraseClause phrase:
                var (open, close) = QuotesFor(phrase.Text);
                into.Append(open).Append(phrase.Text).Append(close);
                break;
            case NotClause { Option: { } option }:
                into.Append(option.Text);
                break;
            case NotClause not:
                Write(into.Append("NOT "), not.Clause);
                break;
            case FieldClause field:
                WriteValue(into.Append(ClauseFields.NameOf(field.Field)).Append(':'), field.Clause);
                break;
            case FilterClause filter:
                into.Append(filter.Filter.Name).Append(':').AppendJoin(',', filter.Values);
                break;
            case AnyClause any when bareAny:
                WriteSequence(into, any.Clauses, " OR ");
                break;
            case AnyClause any:
                WriteSequence(into.Append('('), any.Clauses, " OR ");
                into.Append(CloseGroup);
                break;
            case AllClause all:
                WriteSequence(into.Append('('), all.Clauses, " ");
                into.Append(CloseGroup);
                break;
        }
    }

    private static void WriteValue(StringBuilder into, Clause value)
    {
        if (value is NotClause)
        {
            Write(into.Append('('), value);
            into.Append(CloseGroup);
            return;
        }
        // Without the space these would be parsed as text, like code::block and http://…
        if (value is WordClause { Text: [':' or '/', ..] } or PrefixClause { Text: [':' or '/', ..] })
            into.Append(' ');
        Write(into, value);
    }

    /// <summary>Returns quotation marks that do not occur in the text. The marks that it was typed in never do.</summary>
    private static (char Open, char Close) QuotesFor(string text)
    {
        foreach (var pair in QueryLexer.Quotes)
        {
            if (text.AsSpan().IndexOfAny(pair.Closing) < 0)
                return (pair.Opening[0], pair.Closing[0]);
        }

        return ('"', '"');
    }
}
