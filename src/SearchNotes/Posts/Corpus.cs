using SearchNotes.Posts.Events;
using SearchNotes.Posts.Files;
using SearchNotes.Posts.Pages;

namespace SearchNotes.Posts;

/// <summary>The folder of posts.</summary>
public sealed class Corpus
{
    private readonly PostReader reader;

    /// <summary>Opens a corpus. Reads the blog's own configuration, if there is one, but no posts yet.</summary>
    /// <param name="options">The corpus folder and its settings.</param>
    public Corpus(CorpusOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var blog = BlogConfigurationFinder.Find(options);
        Options = options;
        Detected = DetectedBlog.From(blog);
        PageWarnings = Pages.PageWarnings.Of(blog, options);
        BlogFingerprint = $"{blog.File} {blog.PathInBlog} {blog.PathInRepository} {blog.TextHash}";
        EventAliases = EventAliases.Read(ReadBeside(AliasesFile.Events.Name, AliasesFile.MaxBytes));
        reader = new PostReader(options, blog, EventAliases);
    }

    /// <summary>The options of the corpus.</summary>
    public CorpusOptions Options { get; }

    /// <summary>Page settings detected in the blog's own configuration; <see langword="null"/> if none was found. Explicit settings take
    /// precedence.</summary>
    public DetectedBlog? Detected { get; }

    /// <summary>Warnings about page settings and blog configuration that are ignored, one sentence each.</summary>
    public IReadOnlyList<string> PageWarnings { get; }

    /// <summary>Name of the file with other names of events, in the corpus folder.</summary>
    public static string EventAliasesFileName => AliasesFile.Events.Name;

    /// <summary>Warnings about the file with other names of events, in order of lines.</summary>
    public IReadOnlyList<Warning> EventAliasWarnings => EventAliases.Warnings;

    /// <summary>Other names of events.</summary>
    internal EventAliases EventAliases { get; }

    /// <summary>A value that changes with the blog's configuration. Such a change may affect every link.</summary>
    internal string BlogFingerprint { get; }

    /// <summary>Lists every file that may be a post, sorted by path, without opening any. Links never lead the listing out of the
    /// folder.</summary>
    /// <exception cref="SearchNotesException">The folder is missing, cannot be listed, or leads out of
    /// <see cref="CorpusOptions.CloneTop"/>.</exception>
    public IReadOnlyList<PostFile> List() => Scan().Files;

    /// <summary>Lists the files as <see cref="List"/> does, together with the subfolders that cannot be listed.</summary>
    /// <exception cref="SearchNotesException">The folder itself is missing, cannot be listed, or leads out of
    /// <see cref="CorpusOptions.CloneTop"/>.</exception>
    public CorpusListing Scan() => CorpusWalk.List(Options);

    /// <summary>Reads a file's bytes, or the reason why it cannot be read. The size limit applies to the file's current size, not the
    /// listed one.</summary>
    public PostBytes ReadBytes(PostFile file)
    {
        ArgumentNullException.ThrowIfNull(file);

        var read = UntrustedFile.ReadReal(file.FullPath, Options.MaxPostBytes);
        return new PostBytes(file, read.Bytes ?? [], read.Problem);
    }

    /// <summary>Reads a file of the corpus folder that is not a post. Its real path must be below the folder, or below the top of its
    /// clone.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="maxBytes">Maximum size in bytes; a larger file is not read.</param>
    internal UntrustedBytes ReadBeside(string name, int maxBytes) => CorpusArea.TryFind(Options) is { } area
        ? UntrustedFile.Read(Path.Join(area.Root, name), area.Limit, maxBytes)
        : default;

    /// <summary>Parses a post from bytes that were read before. Problems become warnings of the post.</summary>
    public Post Read(PostBytes file) => reader.Read(file);

    /// <summary>Reads and parses a post. Problems become warnings of the post.</summary>
    public Post Read(PostFile file) => reader.Read(ReadBytes(file));
}
