namespace SearchNotes.OpenSearch.Transport;

/// <summary>Reads at most a number of bytes of another stream, and stops when it is cancelled.</summary>
internal sealed class LimitedStream(Stream inner, long limit, CancellationToken cancel) : Stream
{
    private long read;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => read; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        // A read of the network does not observe the cancellation; closing the connection ends it.
        using var ended = cancel.Register(static stream => ((Stream)stream!).Dispose(), inner); // Not null: it is passed here.
        int got;
        try
        {
            got = inner.Read(buffer, offset, count);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }

        read += got;
        return read <= limit ? got : throw new IOException("The answer is too large.");
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
