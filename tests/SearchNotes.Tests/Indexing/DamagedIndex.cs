using SearchNotes.Indexing;
using SearchNotes.Posts;
using SearchNotes.Querying;

namespace SearchNotes.Tests.Indexing;

/// <summary>A small index with two commits, several segments and deleted documents, to be damaged file by file.</summary>
internal sealed class DamagedIndex : IDisposable
{
    private static readonly string[] Queries =
        ["", "queue", "\"a lock is a door\"", "ma*", "cahce", "speaker:ann year:2013..2014", "code:lock.take", "-queue has:code",
            "kind:talk"];

    private readonly string root = Directory.CreateTempSubdirectory("searchnotes-damage-").FullName;
    private readonly string whole;

    public DamagedIndex()
    {
        whole = Path.Combine(root, "whole");
        Directory.CreateDirectory(Path.Combine(root, "corpus"));
        Write("2013-07-07-one.md",
            "---\ntags: [locks, queues]\n---\n# Ann Lee on Queues that wait\n\nA queue is a line.\n\n# Bo Chen on Locks that hold\n\nA lock is a door.\n\n```cs\nlock.Take();\n```\n");
        Write("2014-02-02-two.md",
            "# Cyd Ellis on Caches that forget\n\nA cache is a memory.\n\n> Forget well.\n\n# Dina Fox on Trees that grow\n\nA tree is a plant.\n\n## Q&A\n\nHow high?\n\n> Very.\n");
        Build(whole);
        AnswersBefore = Read(whole);
        // Added and nothing replaced: until segments merge a deleted document counts in the statistics, so scores would hang on which
        // thread wrote what.
        Write("2015-01-01-three.md",
            "# Flo Gunn on Maps that fold\n\nA map is a plan.\n\n# Gil Hay on Nets that catch\n\nA net has holes.\n");
        Build(whole);
        Answers = Read(whole);
    }

    /// <summary>What every way of reading says of the index as long as it is whole.</summary>
    public string Answers { get; }

    /// <summary>The same of the commit before the newest, which answers where the newest cannot be opened.</summary>
    public string AnswersBefore { get; }

    public string Folder => Path.Combine(root, "index");

    public IReadOnlyList<string> Files =>
        [.. Directory.GetFiles(Path.Combine(whole, "current")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(whole, "current", file));

    /// <summary>Puts a fresh copy in place, with one file as given; without it when that is <see langword="null"/>.</summary>
    public void Damage(string file, byte[]? bytes)
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Path.Combine(Folder, "current"));
        foreach (var name in Files)
            File.Copy(Path.Combine(whole, "current", name), Path.Combine(Folder, "current", name));
        var path = Path.Combine(Folder, "current", file);
        if (bytes is null)
            File.Delete(path);
        else
            File.WriteAllBytes(path, bytes);
    }

    /// <summary>Puts a fresh copy in place, with one file that nobody may open: the system denies access to a folder in its place
    /// to everybody, and to a file without rights to everybody but root.</summary>
    public void Deny(string file)
    {
        Damage(file, null);
        Directory.CreateDirectory(Path.Combine(Folder, "current", file));
    }

    /// <summary>Reads the damaged copy in every way.</summary>
    /// <returns>The answers, or <see langword="null"/> when the damage was noticed and named as such.</returns>
    public string? Read()
    {
        try
        {
            return Read(Folder);
        }
        catch (SearchNotesException e) when (e.Fault is Fault.DamagedIndex or Fault.NoIndex)
        {
            return null;
        }
    }

    /// <summary>Whether the checksums say so.</summary>
    public bool IsNoticed()
    {
        try
        {
            using var searcher = TalkSearcher.Open(Folder);
            searcher.CheckIntegrity();
            return false;
        }
        catch (SearchNotesException e) when (e.Fault is Fault.DamagedIndex or Fault.NoIndex)
        {
            return true;
        }
    }

    /// <summary>Heals the damaged copy as a server does, and reads it.</summary>
    public string Repair()
    {
        Reindexer(Folder).Repair();
        return Read(Folder);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string Read(string index)
    {
        using var searcher = TalkSearcher.Open(index);
        var lines = new List<string>();
        foreach (var query in Queries)
        {
            var result = searcher.Search(new SearchRequest { Query = query, Explain = true, Budget = ThreadCost.Patience });
            lines.Add($"{query}: {result.Total} {string.Join(", ", result.Hits.Select(hit => $"{hit.Talk.Talk.Id} {hit.Score} {string.Concat(hit.Matches.SelectMany(m => m.Runs).Select(r => r.Text))}"))}");
            lines.Add(string.Join(", ", Facet.All.SelectMany(facet => result.Facets[facet])));
        }

        var id = "2013-07-07-one.ann-lee";
        lines.Add($"{searcher.Suggest("qu", budget: ThreadCost.Patience).Talks.Count} {searcher.Find(id)?.Talk.Topic} {searcher.DocumentsOfPost("2014-02-02-two").Count} {string.Join(", ", searcher.Related(id, budget: ThreadCost.Patience).Select(hit => hit.Talk.Talk.Id))}");
        lines.Add(string.Join(", ", searcher.Speakers().Concat(searcher.Tags()).Concat(searcher.Events())));
        return string.Join('\n', lines);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(root, "corpus", name), text);

    private Reindexer Reindexer(string index) =>
        new(new Corpus(new CorpusOptions { Root = Path.Combine(root, "corpus") }), index, TimeProvider.System);

    private void Build(string index) => Reindexer(index).Run();
}
