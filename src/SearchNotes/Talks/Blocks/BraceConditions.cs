namespace SearchNotes.Talks.Blocks;

/// <summary>Finds the ends of what a condition in braces never shows: <c>{#if false}</c> of Svelte, <c>{{#if false}}</c> of Handlebars,
/// <c>{false &amp;&amp; …}</c> of JSX.</summary>
internal sealed class BraceConditions(string text)
{
    // Where an end was missed once it is not looked for again.
    private readonly HashSet<string> missing = new(StringComparer.Ordinal);

    /// <summary>The place behind what is never shown, which is the other branch of the condition if it has one; the place itself if no
    /// such condition begins there.</summary>
    internal int EndOf(int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("{#if false}"))
            return Block(at, "{#if ", "{/if}", "{:else");
        if (rest.StartsWith("{{#if false}}"))
            return Block(at, "{{#if ", "{{/if}}", "{{else");
        return rest.StartsWith("{false &&") ? Braces(at) : at;
    }

    private int Block(int at, string opening, string closing, string other)
    {
        if (missing.Contains(closing))
            return at;
        var depth = 0;
        for (var i = at; i >= 0; i = text.IndexOf('{', i + 1))
        {
            var rest = text.AsSpan(i);
            if (rest.StartsWith(opening))
                depth++;
            else if (depth == 1 && rest.StartsWith(other))
                return i;
            else if (rest.StartsWith(closing) && --depth == 0)
                return i + closing.Length;
        }

        missing.Add(closing);
        return at;
    }

    private int Braces(int at)
    {
        if (missing.Contains("}"))
            return at;
        var depth = 0;
        for (var i = at; i >= 0; i = text.AsSpan(i + 1).IndexOfAny('{', '}') is >= 0 and var next ? i + 1 + next : -1)
        {
            depth += text[i] == '{' ? 1 : -1;
            if (depth == 0)
                return i + 1;
        }

        missing.Add("}");
        return at;
    }
}
