using Microsoft.AspNetCore.Routing;

namespace SearchNotes.Api.Pages;

/// <summary>Everything that people see.</summary>
internal static class PagesApi
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapStylesheet();
    }
}
