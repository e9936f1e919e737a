using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace SearchNotes.Indexing;

/// <summary>Reads Lucene's files in pages and caches them in memory. A one-off search reads only the few pages that it needs; a server
/// soon reads from memory alone.</summary>
/// <remarks>Measured on 32,700 talks: with Lucene's own directories, a third of the query time went into reading, locking and
/// querying file lengths. The memory-mapped directory crashes when a reader is closed during a search.</remarks>
internal sealed class PagedDirectory(DirectoryInfo folder) : FSDirectory(folder, NoLockFactory.GetNoLockFactory())
{
    /// <summary>Limit on the cached bytes of all open files. Pages beyond it are read again each time.</summary>
    private const long MaxCachedBytes = 96L << 20;

    // Readers cache stored talks decompressed; caching their pages too would hold them in memory twice.
    private const string StoredFieldsExtension = ".fdt";

    private readonly PageBudget budget = new(MaxCachedBytes);
    private readonly PageBudget noCache = new(0);

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var isStoredFields = name.EndsWith(StoredFieldsExtension, StringComparison.Ordinal);
        return new PagedInput(new PagedFile(Path.Combine(Directory.FullName, name), isStoredFields ? noCache : budget));
    }
}

/// <summary>Counts the bytes that may still be cached. Thread-safe.</summary>
internal sealed class PageBudget(long bytes)
{
    private long left = bytes;

    /// <summary>Takes bytes from the budget. Returns <see langword="false"/> when not enough are left.</summary>
    public bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref left, -bytes) >= 0)
            return true;
        Interlocked.Add(ref left, bytes);
        return false;
    }

    /// <summary>Returns bytes to the budget.</summary>
    public void Return(long bytes) => Interlocked.Add(ref left, bytes);
}

/// <summary>An open file with a cache of the pages that were read more than once. Shared by all readers of the file. Thread-safe.</summary>
/// <remarks>Checksum verification and merges read every page once. Only pages that searches read again are worth caching.</remarks>
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
    private long cached;

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

    /// <summary>Full path, for exception messages.</summary>
    public string Name { get; }

    /// <summary>Returns a page, from the cache or the file. Two threads may read the same page from the file at the same time.</summary>
    /// <exception cref="EndOfStreamException">The file has become shorter since it was opened.</exception>
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
            Interlocked.Add(ref cached, page.Length);
            Volatile.Write(ref pages[number], page);
        }

        wasRead[number] = true;
        return page;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        handle.Dispose();
        budget.Return(Interlocked.Exchange(ref cached, 0));
    }
}

/// <summary>A position in a file. Clones share the file; only the original closes it.</summary>
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
