using System.Globalization;
using System.Text;

namespace SearchNotes.Tests.Export;

/// <summary>The export of more than a thousand short talks.</summary>
public sealed class LargeSite : IDisposable
{
    /// <summary>Number of posts, with twenty talks each.</summary>
    internal const int Posts = 55;

    private static readonly string[] Words =
    [
        "queue", "monad", "lantern", "compiler", "garden", "ledger", "vector", "kernel", "parser", "thread", "cache", "socket", "cursor",
        "buffer", "branch", "cluster",
    ];

    private readonly string _posts = Directory.CreateTempSubdirectory("searchnotes-posts-").FullName;

    public LargeSite()
    {
        for (var post = 0; post < Posts; post++)
            Write(post, "It ended late.");
        Site = new(_posts);
    }

    /// <summary>The export.</summary>
    public ExportedSite Site { get; }

    public void Dispose()
    {
        Site.Dispose();
        Directory.Delete(_posts, recursive: true);
    }

    /// <summary>Writes a post.</summary>
    /// <param name="post">Its number.</param>
    /// <param name="end">Its last sentence.</param>
    internal void Write(int post, string end)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: Meetup {post}\ndate: {2001 + (post / 12)}-{1 + (post % 12):00}-02\n---\n\n");
        for (var talk = 0; talk < 20; talk++)
        {
            string Word(int step) => Words[((post * 7) + (talk * step)) % Words.Length];
            text.Append(CultureInfo.InvariantCulture, $"## Ada {post}-{talk} on the {Word(3)} {post}\n\n")
                .Append(CultureInfo.InvariantCulture, $"The {Word(5)} is a {Word(1)} of {Word(2)}s, said speaker {talk}. ")
                .Append(CultureInfo.InvariantCulture, $"Nobody sees the {Word(4)}.\n\n");
        }

        File.WriteAllText(Path.Combine(_posts, $"meetup-{post:000}.md"), $"{text}{end}\n");
    }
}
