using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Reindexing;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>The body of a hook, read in pieces of every size.</summary>
public sealed class HookBodyTests
{
    private const string Secret = "shared with the forge";

    [Theory]
    [InlineData("""{"ref":"refs/heads/main","commits":[{"message":"füße"}]}""", "refs/heads/main")]
    [InlineData(""" { "commits" : [ { "ref" : "refs/heads/inner" } ] , "ref" : "refs/heads/main" } """, "refs/heads/main")]
    [InlineData("""{"a":{"ref":"refs/heads/inner"},"ref":"refs/heads/f\u00fc\"\\ße"}""", "refs/heads/fü\"\\ße")]
    [InlineData("""{"a":"\"ref\":\"x\\","ref":"y"}""", "y")]
    [InlineData("""{"a":"ref","b":"x"}""", null)]
    [InlineData("""{"ref":"x","ref":"y"}""", "y")]
    [InlineData("""{"ref":["x"]}""", null)]
    [InlineData("""{"ref":{"x":"y"},"b":"z"}""", null)]
    [InlineData("""{"ref":12,"b":"z"}""", null)]
    [InlineData("""{"reference":"x","re":"f"}""", null)]
    [InlineData("""{"ref":"\ud800"}""", null)]
    [InlineData("""{"a":"b"}{"ref":"x"}""", null)]
    [InlineData("""["ref","x"]""", null)]
    [InlineData("\"ref\":\"x\"", null)]
    [InlineData("not JSON, {\"ref\":\"x\"}", null)]
    [InlineData("", null)]
    public void The_name_that_was_pushed_is_the_one_of_the_outermost_object(string json, string? name)
    {
        var pushed = new PushedRef();

        foreach (var next in Encoding.UTF8.GetBytes(json))
            pushed.Add(next);

        Assert.Equal(name, pushed.Name);
    }

    [Fact]
    public void A_name_that_git_could_not_keep_is_none()
    {
        var pushed = new PushedRef();

        foreach (var next in Encoding.UTF8.GetBytes($$"""{"ref":"{{new string('x', 5000)}}"}"""))
            pushed.Add(next);

        Assert.Null(pushed.Name);
    }

    [Theory]
    [InlineData("payload=%7B%22ref%22%3A%22a+b%2Fc%22%7D", "{\"ref\":\"a b/c\"}")]
    [InlineData("a=b&payload=%7b&x=y", "{")]
    [InlineData("payloads=x&xpayload=y&payload=z", "z")]
    [InlineData("payload=a=b%3", "a=b")]
    [InlineData("payload", "")]
    public void Of_a_form_the_payload_is_decoded(string form, string payload)
    {
        var field = new FormPayload();

        var decoded = Encoding.UTF8.GetBytes(form).Select(field.Next).OfType<byte>().ToArray();

        Assert.Equal(payload, Encoding.UTF8.GetString(decoded));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task In_pieces_of_any_size_signature_and_name_are_the_same(int piece)
    {
        using var signature = Signature(HookTests.Proof("X-Hub-Signature-256", HookTests.Pushed));
        var body = PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(HookTests.Pushed)),
            new StreamPipeReaderOptions(bufferSize: piece, minimumReadSize: 1));

        var read = await HookBody.ReadAsync(body, signature, form: null, TestContext.Current.CancellationToken);

        Assert.Equal((true, "refs/heads/main"), read);
        Assert.True(signature.IsValid());
    }

    [Theory]
    [InlineData(HookBody.MaxBytes, true)]
    [InlineData(HookBody.MaxBytes + 1, false)]
    public async Task The_longest_body_takes_the_memory_of_a_short_one(long length, bool isWhole)
    {
        using var signature = Signature("");
        var body = PipeReader.Create(new Endless(length));
        var before = GC.GetAllocatedBytesForCurrentThread();

        // Nothing waits in it, so all of it happens on this thread.
        var reading = HookBody.ReadAsync(body, signature, form: null, TestContext.Current.CancellationToken);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(reading.IsCompleted);
        Assert.InRange(allocated, 0, 1 << 20);
        Assert.Equal(isWhole, (await reading).IsWhole);
    }

    // The field is there.
    private static HookSignature Signature(string proof) =>
        HookSignature.Of(new HeaderDictionary { ["X-Hub-Signature-256"] = proof }, Secret)!;

    /// <summary>So many letters, none of them kept anywhere.</summary>
    private sealed class Endless(long length) : Stream
    {
        private long left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = (int)Math.Min(buffer.Length, left);
            buffer[..read].Fill((byte)'x');
            left -= read;
            return read;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
