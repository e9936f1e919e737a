using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace SearchNotes.Indexing;

/// <summary>Reads Lucene's files in pages that stay in memory. A one-shot search reads the few pages that it needs; a server
/// soon reads from memory alone.</summary>
/// <remarks>Measured on 32,700 talks: a third of a query's time with Lucene's own directories went into reading, locks and
/// asking for file lengths. The memory-mapped one crashes when a reader is closed under a search.</remarks>
internal sealed class PagedDirectory(DirectoryInfo folder) : FSDirectory(folder, NoLockFactory.GetNoLockFactory())
{
    /// <summary>Bytes of all open files that are kept in memory. What does not fit is read again.</summary>
    private const long MaxKeptBytes = 96L << 20;

    // Stored talks are kept unpacked by those who read them; their pages would be in memory a second time.
    private const string StoredTalks = ".fdt";

    private readonly PageBudget budget = new(MaxKeptBytes);
    private readonly PageBudget nothing = new(0);

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        return new PagedInput(
            new PagedFile(Path.Combine(Directory.FullName, name), name.EndsWith(StoredTalks, StringComparison.Ordinal) ? nothing : budget));
    }
}

/// <summary>Counts the bytes that may be kept.</summary>
internal sealed class PageBudget(long bytes)
{
    private long left = bytes;

    /// <summary>Takes some; false when there are not so many left.</summary>
    public bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref left, -bytes) >= 0)
            return true;
        Interlocked.Add(ref left, bytes);
        return false;
    }

    /// <summary>Gives some back.</summary>
    public void Return(long bytes) => Interlocked.Add(ref left, bytes);
}

/// <summary>A file with the pages of it that were read more than once. Shared by all readers of the file.</summary>
/// <remarks>Comparing checksums and merging read every page, once: memory is for those that searches come back to.</remarks>
internal sealed class PagedFile : IDisposable
{
    /// <summary>Page size as a power of two: 16 kB.</summary>
    public const int PageBits = 14;

    /// <summary>Page size in bytes.</summary>
    public const int PageBytes = 1 << PageBits;

    private readonly SafeFileHandle handle;
    private readonly PageBudget budget;
    private readonly byte[]?[] pages;
    private readonly bool[] wasRead;
    private long kept;

    public PagedFile(string path, PageBudget budget)
    {
        this.budget = budget;
        handle = File.OpenHandle(path, options: FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(handle);
        Name = path;
        pages = new byte[(Length + PageBytes - 1) >> PageBits][];
        wasRead = new bool[pages.Length];
    }

    /// <summary>Size in bytes.</summary>
    public long Length { get; }

    /// <summary>Full path, for messages.</summary>
    public string Name { get; }

    /// <summary>A page. Two threads may read the same one at the same time; both get the right bytes.</summary>
    /// <exception cref="EndOfStreamException">The file is shorter than it was when it was opened.</exception>
    public byte[] Page(int number)
    {
        if (Volatile.Read(ref pages[number]) is { } page)
            return page;

        var start = (long)number << PageBits;
        page = new byte[Math.Min(PageBytes, Length - start)];
        for (var read = 0; read < page.Length;)
        {
            var count = RandomAccess.Read(handle, page.AsSpan(read), start + read);
            if (count == 0)
                throw new EndOfStreamException($"{Name} ends before byte {start + page.Length}.");
            read += count;
        }

        if (wasRead[number] && budget.TryTake(page.Length))
        {
            Interlocked.Add(ref kept, page.Length);
            Volatile.Write(ref pages[number], page);
        }

        wasRead[number] = true;
        return page;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        handle.Dispose();
        budget.Return(Interlocked.Exchange(ref kept, 0));
    }
}

/// <summary>A place in a file. Clones share its pages; only the first one closes it.</summary>
internal sealed class PagedInput(PagedFile file) : IndexInput($"PagedInput({file.Name})")
{
    private byte[] page = [];
    private int next;
    private int pageNumber = -1;
    private bool isClone;

    /// <inheritdoc/>
    public override long Length => file.Length;

    /// <inheritdoc/>
    public override long Position => pageNumber < 0 ? next : ((long)pageNumber << PagedFile.PageBits) + next;

    /// <inheritdoc/>
    public override void Seek(long pos)
    {
        var number = (int)(pos >> PagedFile.PageBits);
        if ((number != pageNumber || page.Length == 0) && pos < file.Length)
            Load(number);
        else if (number != pageNumber)
            (page, pageNumber) = ([], number);
        next = (int)(pos & (PagedFile.PageBytes - 1));
    }

    /// <inheritdoc/>
    public override byte ReadByte()
    {
        if (next >= page.Length)
            LoadNext();
        return page[next++];
    }

    /// <inheritdoc/>
    public override void ReadBytes(byte[] b, int offset, int len)
    {
        while (len > 0)
        {
            if (next >= page.Length)
                LoadNext();
            var count = Math.Min(len, page.Length - next);
            page.AsSpan(next, count).CopyTo(b.AsSpan(offset));
            next += count;
            offset += count;
            len -= count;
        }
    }

    /// <inheritdoc/>
    public override object Clone()
    {
        var clone = (PagedInput)base.Clone();
        clone.isClone = true;
        return clone;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !isClone)
            file.Dispose();
    }

    private void LoadNext()
    {
        if (Position >= file.Length)
            throw new EndOfStreamException($"{file.Name} was read past its end.");
        Load(pageNumber + 1);
        next = 0;
    }

    private void Load(int number) => (page, pageNumber) = (file.Page(number), number);
}
