using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Reindexing;

/// <summary>Reads the body of a hook once, as it comes: its signature and what was pushed. A push of 25 MB takes no more memory than one
/// of a line.</summary>
internal static class HookBody
{
    /// <summary>Longest body in bytes. A push of many commits is large; GitHub sends 25 MB at most.</summary>
    public const long MaxBytes = 25 << 20;

    /// <summary>Reads to the end of the body, or past the limit.</summary>
    /// <param name="request">The request.</param>
    /// <param name="signature">Is given every byte.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Whether the body was no longer than the limit, and what it says was pushed.</returns>
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
                Look(piece.Span, form, pushed);
            }
            length += read.Buffer.Length;
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted || length > MaxBytes)
                return (length <= MaxBytes, pushed.Name);
        }
    }

    private static void Look(ReadOnlySpan<byte> piece, FormPayload? form, PushedRef pushed)
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
