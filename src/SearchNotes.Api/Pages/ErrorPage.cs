using Microsoft.AspNetCore.Http;
using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Pages;

/// <summary>The error page shown to browsers.</summary>
internal static class ErrorPage
{
    public static ResponseBody Of(HttpRequest request, Problem problem, ServeOptions options)
    {
        var head = new PageHead($"{Heading(problem.Status)} · {options.Title}")
        {
            IsHiddenFromSearchEngines = true,
            Query = request.Query["q"].ToString(),
        };
        return new ServiceLayout(options, PublicAddress.Of(request, options)).Page(head, Main(problem));
    }

    private static Html Main(Problem problem) => $"""
        <div class="message">
        <h1>{Heading(problem.Status)}</h1>
        <p>{problem.Detail}</p>
        {Html.If(problem.Parameter is not null, $"""<p>It was given as <code>{problem.Parameter}={problem.Value}</code>.</p>""")}
        <p><a class="button" href="/talks">Browse all talks</a></p>
        <p><a href="/speakers">Speakers</a>, <a href="/events">Events</a>, <a href="/tags">Tags</a></p>
        <p class="soft small">Request {problem.RequestId}</p>
        </div>
        """;

    private static string Heading(int status) => status switch
    {
        400 => "Invalid request",
        404 => "Nothing here",
        405 => "Not allowed here",
        429 => "Too many requests",
        503 => "Not ready yet",
        _ => "Something went wrong",
    };
}
