using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Reindexing;

/// <summary>Reads the body of a webhook as a stream, for its signature and the pushed ref. Memory use does not depend on the size of the
/// body.</summary>
internal static class HookBody
{
    /// <summary>Maximum size of the body in bytes. A push of many commits is large; GitHub sends at most 25 MB.</summary>
    public const long MaxBytes = 25 << 20;

    /// <summary>Reads the body to its end, or until it exceeds the limit.</summary>
    /// <param name="request">The request.</param>
    /// <param name="signature">The signature, which receives every byte.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>Whether the body was within the limit, and the ref that was pushed.</returns>
    public static Task<(bool IsWhole, string? Ref)> ReadAsync(HttpRequest request, HookSignature signature, CancellationToken cancel) =>
        // GitHub's default is a form with the JSON in a field.
        ReadAsync(request.BodyReader, signature, request.HasFormContentType ? new FormPayload() : null, cancel);

    /// <inheritdoc cref="ReadAsync(HttpRequest, HookSignature, CancellationToken)"/>
    internal static async Task<(bool IsWhole, string? Ref)> ReadAsync(PipeReader body, HookSignature signature, FormPayload? form,
        CancellationToken cancel)
    {
        var pushed = new PushedRef();
        var length = 0L;
        while (true)
        {
            var read = await body.ReadAsync(cancel);
            foreach (var piece in read.Buffer)
            {
                signature.Append(piece.Span);
                Scan(piece.Span, form, pushed);
            }
            length += read.Buffer.Length;
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted || length > MaxBytes)
                return (length <= MaxBytes, pushed.Name);
        }
    }

    private static void Scan(ReadOnlySpan<byte> piece, FormPayload? form, PushedRef pushed)
    {
        foreach (var next in piece)
        {
            if (form is null)
                pushed.Add(next);
            else if (form.Next(next) is { } decoded)
                pushed.Add(decoded);
        }
    }
}
