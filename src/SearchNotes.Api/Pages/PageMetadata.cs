using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Pages;

/// <summary>Endpoint metadata of pages for the OpenAPI document.</summary>
internal static class PageMetadata
{
    public static RouteHandlerBuilder ProducesPage(this RouteHandlerBuilder endpoint, params string[] otherForms) =>
        endpoint.Produces<string>(200, "text/html", otherForms);
}
