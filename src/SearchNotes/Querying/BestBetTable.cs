using SearchNotes.Indexing;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Posts;

namespace SearchNotes.Querying;

/// <summary>The best bets of an index, by the words of their queries. Thread-safe.</summary>
internal sealed class BestBetTable
{
    private static readonly BestBetTable Empty = new([]);

    private readonly Dictionary<string, List<BestBetRule>> rules = new(StringComparer.Ordinal);

    private BestBetTable(IEnumerable<BestBetRule> rules)
    {
        foreach (var rule in rules)
        {
            var key = KeyOf(rule.Query);
            if (!this.rules.TryGetValue(key, out var same))
                this.rules[key] = same = [];
            same.Add(rule);
        }
    }

    /// <summary>Returns the table of an index.</summary>
    /// <param name="rules">The rules of the blog, one a line.</param>
    public static BestBetTable Of(string rules) => rules.Length == 0 ? Empty
        : new(rules.Split('\n').Take(BestBetRule.MaxRules).Select(BestBetRule.Parse).OfType<BestBetRule>());

    /// <summary>Returns the best bets of a query. One whose talk is gone is left out.</summary>
    /// <param name="query">The query as typed.</param>
    /// <param name="find">Returns the talk with an id, present or former; <see langword="null"/> when there is none.</param>
    public IReadOnlyList<BestBet> Find(string query, Func<string, StoredTalk?> find) =>
        rules.Count > 0 && query.Length <= BestBetRule.MaxCharacters && rules.TryGetValue(KeyOf(query), out var found)
            ? [.. found.Select(rule => Of(rule, find)).OfType<BestBet>()] : [];

    /// <summary>Returns all best bets by the words of their queries, folded and separated by spaces.</summary>
    /// <inheritdoc cref="Find" path="/param[@name='find']"/>
    public IReadOnlyDictionary<string, IReadOnlyList<BestBet>> All(Func<string, StoredTalk?> find) => rules.ToDictionary(
        pair => pair.Key, pair => (IReadOnlyList<BestBet>)[.. pair.Value.Select(rule => Of(rule, find)).OfType<BestBet>()],
        StringComparer.Ordinal);

    /// <summary>Returns the best bet of a rule; <see langword="null"/> when its talk is gone.</summary>
    /// <inheritdoc cref="Find" path="/param[@name='find']"/>
    private static BestBet? Of(BestBetRule rule, Func<string, StoredTalk?> find)
    {
        if (rule.IsPage)
            return new BestBet(rule.Title, rule.Target, null);
        return find(rule.Target) is { } talk ? new BestBet(rule.Title.Length > 0 ? rule.Title : talk.Talk.Topic, talk.Url, talk) : null;
    }

    private static string KeyOf(string query)
    {
        List<Token> tokens = [];
        new TextTokens().Read(query, isCode: false, [], tokens);
        return string.Join(' ', tokens.GroupBy(token => token.Position).Select(step => step.First().Term));
    }
}
