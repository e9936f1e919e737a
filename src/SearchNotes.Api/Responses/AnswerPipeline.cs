using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SearchNotes.Api.Health;
using SearchNotes.Api.Hosting;

namespace SearchNotes.Api.Responses;

/// <summary>Answers every question that the index can answer: not changed, kept from before, or worked out now.</summary>
internal sealed class AnswerPipeline(LiveIndex index, AnswerCache cache, SearchConcurrencyLimiter gate, ServiceMeter meter,
    TimeProvider time)
{
    /// <summary>Answers a request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="question">What the answer depends on besides index and path, in a normal form: the validator is made from
    /// all three.</param>
    /// <param name="work">Works the answer out; <see langword="null"/> from it is 404.</param>
    /// <param name="caching">How others may keep it.</param>
    public async Task<IResult> AnswerAsync(
        HttpContext http, string question, Func<SearcherLease, CancellationToken, ResponseBody?> work, string caching = Cached.Revalidate)
    {
        using var loan = index.Acquire();
        var result = loan is null ? IndexUnavailable()
            : FindKnown(http.Request, question, loan, caching) ?? await WorkAsync(http, question, loan, work, caching);
        meter.Answered(result switch
        {
            OkAnswer { IsKept: true } => "kept",
            OkAnswer => "searched",
            NotModified => "unchanged",
            UnavailableProblem => "unavailable",
            _ => "not_there",
        });
        if (result is OkAnswer { Body.GoodHits: 0 })
            meter.FoundNothing();
        return result;
    }

    private UnavailableProblem IndexUnavailable() => new(index.UnavailableReason, TimeSpan.FromSeconds(2));

    /// <summary>An answer that the client or the cache has already.</summary>
    private IResult? FindKnown(HttpRequest request, string question, SearcherLease loan, string caching)
    {
        var etag = EtagOf(request, question, loan);
        if (IsAmong(request.Headers.IfNoneMatch, etag))
            return new NotModified(etag, caching);
        return cache.TryGet(loan.Version, AddressOf(request, question), out var kept)
            ? new OkAnswer(kept, etag) { IsKept = true, Caching = caching }
            : null;
    }

    private async Task<IResult> WorkAsync(
        HttpContext http, string question, SearcherLease loan, Func<SearcherLease, CancellationToken, ResponseBody?> work, string caching)
    {
        var started = time.GetTimestamp();
        using var turn = await gate.EnterAsync(http.RequestAborted);
        if (!turn.IsAcquired)
            return new UnavailableProblem("Too many searches at once; try again in a moment.", gate.RetryAfter);
        var waited = time.GetElapsedTime(started);
        try
        {
            var body = work(loan, http.RequestAborted);
            var worked = time.GetElapsedTime(started) - waited;
            meter.Worked(worked);
            gate.Took(worked);
            return body is null
                ? new NotFoundProblem("There is nothing by this name; it may have been renamed or taken out of the blog.")
                : Keep(http.Request, question, loan, body) with { Timing = (waited, worked), Caching = caching };
        }
        catch (SearchNotesException fault) when (fault.Fault == Fault.DamagedIndex)
        {
            index.MarkDamaged(loan, fault);
            return IndexUnavailable();
        }
    }

    private OkAnswer Keep(HttpRequest request, string question, SearcherLease loan, ResponseBody body)
    {
        // A commit that came in between may have answered; its stamp is not the one that was lent.
        if (!body.IsLasting || loan.Searcher.Generation != loan.Version.Generation)
            return new OkAnswer(body, null);
        cache.Keep(loan.Version, AddressOf(request, question), body);
        return new OkAnswer(body, EtagOf(request, question, loan));
    }

    /// <summary>The validator. The path is in it, so that no talk, speaker or tag is "not modified" that was never there.</summary>
    private static string EtagOf(HttpRequest request, string question, SearcherLease loan) =>
        $"W/\"{loan.Version.Text}.{IndexVersion.Digest($"{request.Path.Value}\n{question}")}\"";

    /// <summary>The body repeats the question as it was typed, so the cache goes by the address as well.</summary>
    private static string AddressOf(HttpRequest request, string question) => $"{question}\n{request.Path.Value}{request.QueryString.Value}";

    private static bool IsAmong(StringValues sent, string etag)
    {
        foreach (var line in sent)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                // Weak comparison: a proxy that compresses may have taken the W/ away or put it there.
                var known = line.AsSpan()[part].Trim();
                if (known.SequenceEqual(etag) || known.SequenceEqual(etag.AsSpan(2)))
                    return true;
            }
        }
        return false;
    }
}
