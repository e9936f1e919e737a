using System.Globalization;
using SearchNotes.Indexing;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying.Matching;
using SearchNotes.Talks;

namespace SearchNotes.Benchmarks.Quality;

/// <summary>Makes queries by rule from the documents of an index, each with the one document that it was made from as its answer:
/// <c>queries POSTS FILE</c>. The same posts always yield the same queries.</summary>
internal sealed class KnownItemQueries
{
    private const int MinLetters = 5;

    private static readonly (string From, string To)[] Endings =
    [
        ("ation", "ate"), ("ate", "ation"), ("ability", "able"), ("able", "ability"), ("er", "ing"), ("ing", "er"), ("ization", "ize"),
        ("ize", "ization"), ("ivity", "ive"), ("ive", "ivity"), ("ment", ""), ("ical", "ic"), ("ful", "fulness"), ("ness", ""),
    ];

    private readonly List<StoredTalk> talks;
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<StoredTalk, HashSet<string>> words = new(ReferenceEqualityComparer.Instance);
    private readonly TextTokens tokenizer = new();
    private readonly List<JudgedQuery> queries = [];

    private KnownItemQueries(IEnumerable<StoredTalk> documents)
    {
        talks = [.. documents.OrderBy(t => Fold.Hash(t.Path + t.Talk.Id))];
        foreach (var talk in talks)
        {
            var all = talk.Talk.Passages.SelectMany(p => Read(p.Text)).Concat(Read(talk.Talk.Topic)).ToHashSet(StringComparer.Ordinal);
            words[talk] = all;
            foreach (var word in all)
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>Writes the queries.</summary>
    /// <param name="posts">Folder of the posts.</param>
    /// <param name="file">File of the queries.</param>
    /// <param name="options">--units, --each (maximum number of queries per class; default 40).</param>
    public static void Run(string posts, string file, IReadOnlyDictionary<string, string> options)
    {
        var each = options.TryGetValue("--each", out var number) ? int.Parse(number, CultureInfo.InvariantCulture) : 40;
        var made = QualityIndex.Use(posts, options, searcher => new KnownItemQueries(Documents.Of(searcher)).Make(each));
        JudgedQuery.Write(file, made);
        foreach (var group in made.GroupBy(q => q.Class))
            Console.Out.WriteLine($"{group.Key}: {group.Count()}");
    }

    private List<JudgedQuery> Make(int each)
    {
        Add("prefix", each, Prefix);
        Add("typo", each, Typo);
        Add("event", each, EventAndTopic);
        Add("joined", each, Joined);
        Add("split", each, Split);
        Add("derived", each, Derived);
        Add("name-typo", each, NameWithTypo);
        Add("code", each, CodeToken);
        return queries;
    }

    private void Add(string kind, int each, Func<StoredTalk, uint, string?> make)
    {
        var number = 0;
        foreach (var talk in talks)
        {
            if (number == each)
                return;
            if (make(talk, Fold.Hash(kind + talk.Path + talk.Talk.Id)) is not { } text || queries.Exists(q => q.Text == text))
                continue;
            queries.Add(new JudgedQuery
            {
                Id = $"{kind}{++number}",
                Class = kind,
                Text = text,
                Relevant = [new RelevantTalk(talk.Path, HeadingOf(talk.Talk), Grade: 3, [talk.Talk.Topic])],
            });
        }
    }

    private static string HeadingOf(Talk talk) => talk.Kind == TalkKind.Post ? "" : talk.Heading ?? talk.Topic;

    /// <summary>A word of the topic, and a second one that is cut after four letters or more.</summary>
    private string? Prefix(StoredTalk talk, uint hash)
    {
        var topic = Telling(Read(talk.Talk.Topic));
        var cut = topic.Where(w => w.Length > MinLetters).OrderBy(w => Fold.Hash(w + hash)).FirstOrDefault();
        if (cut is null)
            return null;
        var first = topic.Find(w => w != cut);
        var beginning = cut[..(4 + (int)(hash % (uint)(cut.Length - 4)))];
        return first is null ? beginning : $"{first} {beginning}";
    }

    /// <summary>Two words of a passage, one letter of the rarer one changed.</summary>
    private string? Typo(StoredTalk talk, uint hash)
    {
        var passages = talk.Talk.Passages.Where(p => p.Kind != PassageKind.Code && p.Text.Length > 60).ToList();
        if (passages.Count == 0)
            return null;
        var found = Telling(Read(passages[(int)(hash % (uint)passages.Count)].Text)).Where(w => w.Length >= MinLetters)
            .OrderBy(w => counts[w]).ThenBy(w => w, StringComparer.Ordinal).ToList();
        return found.Count < 3 ? null : $"{found[found.Count / 2]} {WithTypo(found[0], hash)}";
    }

    /// <summary>The rarest word of the event and the rarest word of the topic.</summary>
    private string? EventAndTopic(StoredTalk talk, uint hash)
    {
        if (talk.Talk.Kind == TalkKind.Post)
            return null;
        var topic = Telling(Read(talk.Talk.Topic));
        var at = Telling(Read(talk.EventTitle ?? talk.PostTitle)).Where(w => !topic.Contains(w)).ToList();
        if (topic.Count == 0 || at.Count == 0)
            return null;
        return $"{at.MinBy(w => (counts.GetValueOrDefault(w), w))} {topic.MinBy(w => (counts[w], w))}";
    }

    /// <summary>Two neighbouring words of the text typed as one, where nobody writes them as one.</summary>
    private string? Joined(StoredTalk talk, uint hash) => Pairs(talk)
        .Where(pair => !counts.ContainsKey(pair.First + pair.Second) && counts[pair.First] < talks.Count / 20)
        .OrderBy(pair => counts[pair.First] + counts[pair.Second]).ThenBy(pair => pair.First, StringComparer.Ordinal)
        .Select(pair => pair.First + pair.Second).FirstOrDefault();

    /// <summary>A word of the text typed as two that both occur.</summary>
    private string? Split(StoredTalk talk, uint hash) => words[talk]
        .Where(w => w.Length >= 8 && counts[w] < 4 && w.All(char.IsAsciiLetterLower))
        .Order(StringComparer.Ordinal)
        .SelectMany(w => Enumerable.Range(4, w.Length - 7).Select(i => (First: w[..i], Second: w[i..])))
        .Where(p => counts.GetValueOrDefault(p.First) > 1 && counts.GetValueOrDefault(p.Second) > 1)
        .Select(p => $"{p.First} {p.Second}").FirstOrDefault();

    /// <summary>A word of the topic with another ending that the talk does not have, and another word of the topic.</summary>
    private string? Derived(StoredTalk talk, uint hash)
    {
        var topic = Telling(Read(talk.Talk.Topic));
        foreach (var word in topic)
        {
            foreach (var (from, to) in Endings)
            {
                if (word.Length < from.Length + 4 || !word.EndsWith(from, StringComparison.Ordinal))
                    continue;
                var derived = word[..^from.Length] + to;
                if (derived.Length < MinLetters || words[talk].Contains(derived))
                    continue;
                return topic.Find(w => w != word) is { } other ? $"{derived} {other}" : derived;
            }
        }

        return null;
    }

    /// <summary>A speaker's name, one letter of the longer part changed.</summary>
    private static string? NameWithTypo(StoredTalk talk, uint hash)
    {
        if (talk.Talk.Speakers is not [var speaker, ..] || speaker.Name.Split(' ') is not { Length: 2 } parts)
            return null;
        var longer = parts[0].Length > parts[1].Length ? 0 : 1;
        if (parts[longer].Length < MinLetters)
            return null;
        parts[longer] = WithTypo(parts[longer].ToLowerInvariant(), hash);
        return string.Join(' ', parts);
    }

    /// <summary>An identifier from the code of the talk that no other talk has.</summary>
    private string? CodeToken(StoredTalk talk, uint hash) => talk.Talk.Passages
        .SelectMany(p => p.InlineCode.Select(code => p.Text.Substring(code.Start, code.Length)))
        .Where(code => code.Length is > 3 and < 24 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_'))
        .Where(code => counts.GetValueOrDefault(code.ToLowerInvariant()) <= 1).Order(StringComparer.Ordinal).FirstOrDefault();

    private IEnumerable<(string First, string Second)> Pairs(StoredTalk talk)
    {
        foreach (var passage in talk.Talk.Passages.Where(p => p.Kind != PassageKind.Code))
        {
            var read = Read(passage.Text);
            for (var i = 1; i < read.Count; i++)
            {
                if (read[i - 1].Length > 3 && read[i].Length > 3 && !StopWords.Contains(read[i - 1]) && !StopWords.Contains(read[i])
                    && (read[i - 1] + read[i]).All(char.IsAsciiLetterLower))
                {
                    yield return (read[i - 1], read[i]);
                }
            }
        }
    }

    /// <summary>Returns a word with one letter left out, doubled, replaced or exchanged with the next; never the first letter.</summary>
    private static string WithTypo(string word, uint hash)
    {
        var at = 1 + (int)(hash / 4 % (uint)(word.Length - 2));
        return (hash % 4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 => $"{word[..at]}{(word[at] == 'e' ? 'a' : 'e')}{word[(at + 1)..]}",
            _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
        };
    }

    private static List<string> Telling(IEnumerable<string> read) =>
        [.. read.Where(w => w.Length > 3 && !StopWords.Contains(w) && w.All(char.IsLetter)).Distinct(StringComparer.Ordinal)];

    private List<string> Read(string text)
    {
        var tokens = new List<Token>();
        tokenizer.Read(text, isCode: false, [], tokens);
        return [.. tokens.Select(t => t.Term)];
    }
}
