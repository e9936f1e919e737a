using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace SearchNotes.Tests.Indexing;

/// <summary>A disk that is full from the n-th write on.</summary>
internal sealed class FailingDirectory(Directory inner, int writesLeft) : FilterDirectory(inner)
{
    private int left = writesLeft;

    /// <summary>Whether a write was refused.</summary>
    public bool HasFailed { get; private set; }

    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        Count();
        return new Output(m_input.CreateOutput(name, context), this);
    }

    public override void Sync(ICollection<string> names)
    {
        Count();
        m_input.Sync(names);
    }

    private void Count()
    {
        if (Interlocked.Decrement(ref left) >= 0)
            return;
        HasFailed = true;
        throw new IOException("No space left on device");
    }

    private sealed class Output(IndexOutput inner, FailingDirectory disk) : IndexOutput
    {
        public override long Position => inner.Position;

        public override long Checksum => inner.Checksum;

        public override void Flush()
        {
            disk.Count();
            inner.Flush();
        }

        public override void WriteByte(byte b) => inner.WriteByte(b);

        public override void WriteBytes(byte[] b, int offset, int length)
        {
            disk.Count();
            inner.WriteBytes(b, offset, length);
        }

        [Obsolete("Asked for by the base class.")]
        public override void Seek(long pos) => inner.Seek(pos);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
        }
    }
}
