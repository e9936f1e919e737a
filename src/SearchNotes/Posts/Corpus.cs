using SearchNotes.Posts.Files;
using SearchNotes.Posts.Pages;

namespace SearchNotes.Posts;

/// <summary>The folder of posts.</summary>
public sealed class Corpus
{
    private readonly PostReader reader;

    /// <summary>Opens a corpus. No post is read yet, but the blog's own configuration is, where there is one.</summary>
    /// <param name="options">Which folder, and what the blogger says about it.</param>
    public Corpus(CorpusOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var blog = BlogConfigurationFinder.Find(options);
        Options = options;
        Guessed = BlogGuess.From(blog);
        PageWarnings = Pages.PageWarnings.Of(blog, options);
        BlogFingerprint = $"{blog.File} {blog.PathInBlog} {blog.PathInRepository} {blog.TextHash}";
        reader = new PostReader(options, blog);
    }

    /// <summary>What it was opened with.</summary>
    public CorpusOptions Options { get; }

    /// <summary>What the blog's own configuration tells about its pages; <see langword="null"/> when there is none. Settings overrule
    /// it.</summary>
    public BlogGuess? Guessed { get; }

    /// <summary>What settings and the blog's configuration say about its pages that is not followed, a sentence each.</summary>
    public IReadOnlyList<string> PageWarnings { get; }

    /// <summary>Changes when the blog's configuration does, and with it perhaps every link.</summary>
    internal string BlogFingerprint { get; }

    /// <summary>Every file that may be a post, by path, without opening one. Never leaves the folder, whatever links point to.</summary>
    /// <exception cref="SearchNotesException">The folder is missing, cannot be listed, or leads out of
    /// <see cref="CorpusOptions.CloneTop"/>.</exception>
    public IReadOnlyList<PostFile> List() => Scan().Files;

    /// <summary>The same, with the folders below that cannot be listed.</summary>
    /// <exception cref="SearchNotesException">The folder itself is missing, cannot be listed, or leads out of
    /// <see cref="CorpusOptions.CloneTop"/>.</exception>
    public CorpusListing Scan() => CorpusWalk.List(Options);

    /// <summary>Reads the bytes of a file, or why there are none. The size limit holds for the file as it is now, not as it was
    /// listed.</summary>
    public PostBytes ReadBytes(PostFile file)
    {
        ArgumentNullException.ThrowIfNull(file);

        var read = UntrustedFile.ReadReal(file.FullPath, Options.MaxPostBytes);
        return new PostBytes(file, read.Bytes ?? [], read.Problem);
    }

    /// <summary>Reads a file of the corpus folder that is no post. It must really lie below the folder, or below the top of its
    /// clone.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="maxBytes">A larger file is not read.</param>
    public UntrustedBytes ReadBeside(string name, int maxBytes) => CorpusArea.TryFind(Options) is { } area
        ? UntrustedFile.Read(Path.Join(area.Root, name), area.Limit, maxBytes)
        : default;

    /// <summary>Makes a post of bytes that were read before. Whatever is odd about it becomes a warning of the post.</summary>
    public Post Read(PostBytes file) => reader.Read(file);

    /// <summary>Reads a post. Whatever is odd about it becomes a warning of the post.</summary>
    public Post Read(PostFile file) => reader.Read(ReadBytes(file));
}

/// <summary>A file of the corpus before it is read.</summary>
/// <param name="Path">Path below the corpus folder, with <c>/</c>.</param>
/// <param name="FullPath">Where to open it.</param>
/// <param name="Id">The post's part of its ids, unique in the listing that it came with.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="ModifiedTicks">Time of the last change, in ticks of UTC.</param>
public sealed record PostFile(string Path, string FullPath, string Id, long Length, long ModifiedTicks);

/// <summary>A file of the corpus with its bytes, so that whoever compares files need not read them twice.</summary>
/// <param name="File">The file.</param>
/// <param name="Bytes">What is in it; nothing when it cannot be taken.</param>
/// <param name="Problem">Why it cannot be taken, in words, or <see langword="null"/>.</param>
public sealed record PostBytes(PostFile File, byte[] Bytes, string? Problem);
