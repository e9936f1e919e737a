using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SearchNotes.Api.Live;

namespace SearchNotes.Api.Answers;

/// <summary>Answers every question that the index can answer: not changed, kept from before, or worked out now.</summary>
internal sealed class AnswerDesk(LiveIndex index, AnswerCache cache, SearchGate gate, TimeProvider time)
{
    /// <summary>Answers a request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="question">What the answer depends on besides the index, in a normal form: the validator is made from it.</param>
    /// <param name="work">Works the answer out; <see langword="null"/> from it is 404.</param>
    public async Task<IResult> AnswerAsync(HttpContext http, string question, Func<Loan, CancellationToken, Body?> work)
    {
        var cancel = http.RequestAborted;
        using var loan = index.Borrow();
        if (loan is null)
            return new Unavailable(index.WhyNot?.Message ?? "The index is being opened; try again in a moment.", TimeSpan.FromSeconds(2));

        var etag = $"W/\"{loan.Stamp.Text}.{Stamp.Digest(question)}\"";
        if (IsKnown(http.Request.Headers.IfNoneMatch, etag))
            return new NotModified(etag);

        // The body repeats the question as it was typed, so the cache goes by the address itself.
        var address = $"{question}\n{http.Request.Path.Value}{http.Request.QueryString.Value}";
        if (cache.TryGet(loan.Stamp, address, out var kept))
            return new Found(kept, etag, "cache;desc=\"kept\"");

        var started = time.GetTimestamp();
        using var turn = await gate.EnterAsync(cancel);
        if (!turn.IsAcquired)
            return new Unavailable("Too many searches at once; try again in a moment.", gate.RetryAfter);
        var waited = time.GetElapsedTime(started);

        Body? body;
        try
        {
            body = work(loan, cancel);
        }
        catch (SearchNotesException fault) when (fault.Fault == Fault.DamagedIndex)
        {
            index.Condemn(fault);
            return new Unavailable(fault.Message, TimeSpan.FromSeconds(10));
        }
        if (body is null)
            return new NotThere("There is nothing by this name; it may have been renamed or taken out of the blog.");
        var timing = string.Create(CultureInfo.InvariantCulture,
            $"queue;dur={waited.TotalMilliseconds:0.00}, search;dur={(time.GetElapsedTime(started) - waited).TotalMilliseconds:0.00}");
        if (!body.IsLasting || loan.Searcher.Generation != loan.Stamp.Generation)
            return new Found(body, null, timing);
        cache.Keep(loan.Stamp, address, body);
        return new Found(body, etag, timing);
    }

    private static bool IsKnown(StringValues sent, string etag)
    {
        foreach (var line in sent)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                // Weak comparison: a proxy that compresses may have taken the W/ away or put it there.
                var known = line.AsSpan()[part].Trim();
                if (known is "*" || known.SequenceEqual(etag) || known.SequenceEqual(etag.AsSpan(2)))
                    return true;
            }
        }
        return false;
    }
}
