using SearchNotes.Indexing.Analysis;
using SearchNotes.Posts;

namespace SearchNotes.Querying.Matching;

/// <summary>A word or phrase that stands for another one.</summary>
/// <param name="Text">The text, for readers.</param>
/// <param name="Steps">Its terms: the alternatives at each position.</param>
internal sealed record Synonym(string Text, IReadOnlyList<IReadOnlyList<string>> Steps);

/// <summary>The synonyms of an index: those that the program knows, and those of the blog's settings. Thread-safe.</summary>
internal sealed class SynonymTable
{
    private static readonly Lazy<SynonymTable> Shipped = new(() => new SynonymTable([], ReadShipped()));

    private readonly Dictionary<string, List<Synonym>> synonyms = new(StringComparer.Ordinal);
    private readonly TextTokens reader = new();
    private readonly List<Token> tokens = [];

    private SynonymTable(IEnumerable<KeyValuePair<string, List<Synonym>>> known, IEnumerable<SynonymRule> rules)
    {
        foreach (var (terms, found) in known)
            synonyms[terms] = [.. found];
        foreach (var rule in rules)
        {
            Add(rule.Searched, rule.Found);
            if (rule.IsTwoWay)
                Add(rule.Found, rule.Searched);
        }

        MaxTerms = synonyms.Keys.Select(terms => terms.Split(' ').Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>Largest number of terms that have a synonym together.</summary>
    public int MaxTerms { get; }

    /// <summary>The terms that have synonyms, separated by spaces, with their synonyms.</summary>
    public IEnumerable<KeyValuePair<string, List<Synonym>>> All => synonyms;

    /// <summary>Returns the table of an index.</summary>
    /// <param name="rules">The rules of the blog, one a line.</param>
    public static SynonymTable Of(string rules) => rules.Length == 0 ? Shipped.Value
        : new SynonymTable(Shipped.Value.synonyms, rules.Split('\n').Take(SynonymRule.MaxRules).Select(SynonymRule.Parse).OfType<SynonymRule>());

    /// <summary>Returns what stands for one or more folded terms, separated by spaces.</summary>
    public IReadOnlyList<Synonym> Find(string terms) => synonyms.TryGetValue(terms, out var found) ? found : [];

    private void Add(string searched, string found)
    {
        var key = string.Join(' ', Steps(searched).Select(step => step[0]));
        var steps = Steps(found);
        if (key.Length == 0 || steps.Count == 0)
            return;
        if (!synonyms.TryGetValue(key, out var list))
            synonyms[key] = list = [];
        if (list.TrueForAll(other => !string.Equals(other.Text, found, StringComparison.OrdinalIgnoreCase)))
            list.Add(new Synonym(found, steps));
    }

    private List<IReadOnlyList<string>> Steps(string text)
    {
        reader.Read(text, isCode: false, [], tokens);
        return [.. tokens.GroupBy(token => token.Position)
            .Select(step => (IReadOnlyList<string>)[.. step.Select(token => token.Term).Distinct(StringComparer.Ordinal)])];
    }

    private static List<SynonymRule> ReadShipped()
    {
        var rules = new List<SynonymRule>();
        foreach (var line in EmbeddedText.Lines("synonyms.txt"))
        {
            if (SynonymRule.Parse(line) is { } rule && !line.StartsWith('#'))
                rules.Add(rule);
        }

        return rules;
    }
}
