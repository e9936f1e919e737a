using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SearchNotes.Api.Search;

namespace SearchNotes.Api.OpenApi;

/// <summary>The query parameters that an endpoint reads.</summary>
/// <param name="Of">Returns the parameters; their limits come from the options.</param>
internal sealed record ReadsParameters(Func<IServiceProvider, IReadOnlyList<Parameter>> Of);

/// <summary>Marks an endpoint that requires the reindex key.</summary>
internal sealed record KeyRequirement;

/// <summary>Adds metadata that the types of an endpoint cannot express.</summary>
internal static class EndpointMetadata
{
    public static RouteHandlerBuilder WithParameters(this RouteHandlerBuilder endpoint, IReadOnlyList<Parameter> parameters) =>
        endpoint.WithMetadata(new ReadsParameters(_ => parameters));

    public static RouteHandlerBuilder WithParameters<T>(this RouteHandlerBuilder endpoint, Func<T, IReadOnlyList<Parameter>> parameters)
        where T : notnull =>
        endpoint.WithMetadata(new ReadsParameters(services => parameters(services.GetRequiredService<T>())));

    public static RouteHandlerBuilder RequiresKey(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new KeyRequirement());
}
