using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SearchNotes.Api.Hosting;

namespace SearchNotes.Api.Responses;

/// <summary>Answers requests to the index: with 304, from the cache, or by running the search.</summary>
internal sealed class AnswerPipeline(LiveIndex index, AnswerCache cache, SearchConcurrencyLimiter limiter, ServiceMeter meter,
    TimeProvider time)
{
    /// <summary>Answers a request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="question">The input of the answer besides index and path, in normalized form. The entity tag is derived from all
    /// three.</param>
    /// <param name="work">Computes the answer; <see langword="null"/> results in 404.</param>
    /// <param name="caching">The <c>Cache-Control</c> value.</param>
    /// <param name="moved">Returns the new address of something that has moved, or <see langword="null"/> when it does not exist. Default:
    /// nothing has moved.</param>
    public async Task<IResult> AnswerAsync(
        HttpContext http, string question, Func<SearcherLease, CancellationToken, ResponseBody?> work,
        string caching = CacheControl.Revalidate, Func<SearcherLease, string?>? moved = null)
    {
        using var lease = index.Acquire();
        var result = lease is null ? IndexUnavailable()
            : FindKnown(http.Request, question, lease, caching) ?? await WorkAsync(http, question, lease, work, caching, moved);
        meter.Answered(result switch
        {
            OkAnswer { IsCached: true } => "kept",
            OkAnswer => "searched",
            NotModified => "unchanged",
            UnavailableProblem => "unavailable",
            Moved => "moved",
            _ => "not_there",
        });
        if (result is OkAnswer { Body.GoodHits: 0 })
            meter.FoundNothing();
        return result;
    }

    private UnavailableProblem IndexUnavailable() => new(index.UnavailableReason, TimeSpan.FromSeconds(2));

    /// <summary>Returns 304 when the client has the answer, or the cached answer; <see langword="null"/> when neither applies.</summary>
    private IResult? FindKnown(HttpRequest request, string question, SearcherLease lease, string caching)
    {
        var etag = EtagOf(request, question, lease);
        if (IsAmong(request.Headers.IfNoneMatch, etag))
            return new NotModified(etag, caching);
        return cache.TryGet(lease.Version, AddressOf(request, question), out var kept)
            ? new OkAnswer(kept, etag) { IsCached = true, Caching = caching }
            : null;
    }

    private async Task<IResult> WorkAsync(
        HttpContext http, string question, SearcherLease lease, Func<SearcherLease, CancellationToken, ResponseBody?> work, string caching,
        Func<SearcherLease, string?>? moved)
    {
        var started = time.GetTimestamp();
        using var permit = await limiter.EnterAsync(http.RequestAborted);
        if (!permit.IsAcquired)
            return new UnavailableProblem("Too many searches at once; try again in a moment.", limiter.RetryAfter);
        var waited = time.GetElapsedTime(started);
        try
        {
            var body = work(lease, http.RequestAborted);
            var worked = time.GetElapsedTime(started) - waited;
            meter.Worked(worked);
            limiter.RecordDuration(worked);
            if (body is null && moved?.Invoke(lease) is { } address)
                return new Moved(address);
            return body is null
                ? new NotFoundProblem("Nothing has this name; it may have been renamed or removed from the blog.")
                : AddToCache(http.Request, question, lease, body) with { Timing = (waited, worked), Caching = caching };
        }
        catch (SearchNotesException fault) when (fault.Fault == Fault.DamagedIndex)
        {
            index.MarkDamaged(lease, fault);
            return IndexUnavailable();
        }
        catch (SearchNotesException fault) when (fault.Fault == Fault.Unreachable)
        {
            index.MarkUnreachable(fault);
            return new UnavailableProblem("The search cluster does not answer; try again in a moment.", TimeSpan.FromSeconds(2));
        }
    }

    private OkAnswer AddToCache(HttpRequest request, string question, SearcherLease lease, ResponseBody body)
    {
        if (!body.IsCacheable)
            return new OkAnswer(body, null);
        cache.Add(lease.Version, AddressOf(request, question), body);
        return new OkAnswer(body, EtagOf(request, question, lease));
    }

    /// <summary>Returns the entity tag. It includes the path, so that a talk, speaker or tag that never existed is not "not
    /// modified".</summary>
    private static string EtagOf(HttpRequest request, string question, SearcherLease lease) =>
        $"W/\"{lease.Version.Text}.{IndexVersion.Digest($"{request.Path.Value}\n{question}")}\"";

    /// <summary>Returns the cache key. The body repeats the query as it was typed, so the key includes the full address.</summary>
    private static string AddressOf(HttpRequest request, string question) => $"{question}\n{request.Path.Value}{request.QueryString.Value}";

    private static bool IsAmong(StringValues sent, string etag)
    {
        foreach (var line in sent)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                // Weak comparison: a compressing proxy may have added or removed the W/ prefix.
                var known = line.AsSpan()[part].Trim();
                if (known.SequenceEqual(etag) || known.SequenceEqual(etag.AsSpan(2)))
                    return true;
            }
        }
        return false;
    }
}
