using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;
using SearchNotes.Talks;

namespace SearchNotes.Tests;

/// <summary>An index in a folder of its own, made from talks that a test writes down.</summary>
internal sealed class SampleIndex : IDisposable
{
    private int generation;

    public string Folder { get; } = Directory.CreateTempSubdirectory("searchnotes-").FullName;

    /// <summary>Six talks of one day, after the talks of the seed post.</summary>
    public static SampleIndex SeedDay() => Of(
        Talk("Don't Do This", "Richard Jones",
            ["The `__code__` attribute is mutable.", "See forbiddenfruit.", "?With great power comes responsibility."], date: "2013-07-07",
            tags: ["python"]),
        Talk("Modern scientific computing", "Ed Schofield",
            ["Use `%px` to run in parallel.", "```clf = LinearSVC()\nclf.fit(samples, y)", "```python word_count.py -r mrjob",
                "Is mrjob the best?"], date: "2013-07-07", tags: ["python"]),
        Talk("Managing simulations with RQ", "Andrew Walker",
            ["The rqworker command starts a worker; celery is a work queue.", "Calling `q.enqueue('operator.add')` adds a job.",
                "The travelling salesman problem.", "?Picking functions: use names."], date: "2013-07-07"),
        Talk("Building data flows with Celery and SQLAlchemy", "Roger Barnes", ["Celery is a distributed task queue."], date: "2013-07-07"),
        Talk("Tinkering with Tkinter", "Russell Keith-Magee", ["tkinter is an interface to TK."], date: "2013-07-07"),
        Talk("Sharing stuff", "Tennessee Leeuwenburg",
            [">The differences between zebras and donkeys aren't just chrome.", "Sharing is a zebra."], date: "2013-07-07"));

    public static SampleIndex Of(params StoredTalk[] talks)
    {
        var index = new SampleIndex();
        index.Write(talks, fromScratch: true);
        return index;
    }

    /// <summary>A talk in few words. Text blocks that begin with <c>```</c> are code, with <c>&gt;</c> quotes, with <c>?</c> questions and
    /// answers.</summary>
    public static StoredTalk Talk(string topic, string speaker = "", string[]? text = null, string post = "", string language = "en",
        string[]? tags = null, string? date = null, TalkKind kind = TalkKind.Talk, string? eventTitle = null)
    {
        var speakers = speaker.Length == 0 ? [] : speaker.Split(" and ").Select(name => new Speaker(name, Slug.Make(name))).ToArray();
        var id = $"{(post.Length > 0 ? post : "post")}.{Slug.Make(speaker.Length > 0 ? speaker : topic)}";
        return new StoredTalk
        {
            Talk = new Talk
            {
                Id = id,
                Kind = kind,
                Topic = topic,
                Speakers = speakers,
                Heading = topic,
                Lines = [new LineRange(1, 10)],
                Passages = [.. (text ?? []).Select((block, i) => Block(block, i + 1))],
            },
            Path = (post.Length > 0 ? post : "post") + ".md",
            PostId = post.Length > 0 ? post : "post",
            PostTitle = "A day of talks",
            EventTitle = eventTitle,
            Date = date is null ? null : DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture),
            Language = language,
            Tags = tags ?? [],
        };
    }

    public void Write(IReadOnlyCollection<StoredTalk> talks, bool fromScratch = false)
    {
        var folder = new IndexFolder(Folder);
        Directory.CreateDirectory(folder.Current);
        using var writer = new TalkWriter(folder, fromScratch);
        foreach (var post in talks.GroupBy(t => t.PostId))
            writer.Replace(post.Key, [.. post]);
        writer.Commit(new CommitRecord
        {
            Schema = Schema.Version,
            Lineage = "sample",
            Settings = "",
            Corpus = $"{++generation}",
            Manifest = "",
            CodeBlocks = 0,
            Posts = talks.Select(t => t.PostId).Distinct().Count(),
            Talks = talks.Count,
            Documents = talks.Count,
            BuiltAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        });
    }

    public TalkSearcher Open() => TalkSearcher.Open(Folder);

    public SearchResult Search(string query) => Search(new SearchRequest { Query = query });

    /// <summary>Searches, on a busy machine too: a budget that the request does not set itself is long.</summary>
    public SearchResult Search(SearchRequest request)
    {
        using var searcher = Open();
        return searcher.Search(request.Budget == new SearchRequest().Budget ? request with { Budget = ThreadCost.Patience } : request);
    }

    /// <summary>Topics of the hits, in order.</summary>
    public string Topics(string query) => string.Join(" | ", Search(query).Hits.Select(h => h.Talk.Talk.Topic));

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static Passage Block(string block, int line)
    {
        var kind = block.StartsWith("```", StringComparison.Ordinal) ? PassageKind.Code
            : block.StartsWith('>') ? PassageKind.Quote
            : block.StartsWith('?') ? PassageKind.Qa
            : PassageKind.Prose;
        var text = kind == PassageKind.Code ? block[3..] : kind == PassageKind.Prose ? block : block[1..].Trim();
        var parts = text.Split('`');
        var inline = new List<TextRange>();
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1)
                inline.Add(new TextRange(at, parts[i].Length));
            at += parts[i].Length;
        }

        return new Passage
        {
            Kind = kind,
            Text = string.Concat(parts),
            FirstLine = line,
            LastLine = line,
            InlineCode = kind == PassageKind.Code ? [] : inline,
        };
    }
}
