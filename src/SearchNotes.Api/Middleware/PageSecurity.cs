using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SearchNotes.Api.Middleware;

/// <summary>Security header fields of every response, including a strict content security policy.</summary>
internal static class PageSecurity
{
    private const string Api = "api";

    public static void AddPageSecurity(this IServiceCollection services) => services.AddSecurityHeaderPolicies()
        .SetDefaultPolicy(ForPages)
        .AddPolicy(Api, ForApi)
        .SetPolicySelector(asked => asked.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? asked.ConfiguredPolicies[Api]
            : asked.DefaultPolicy);

    public static void UsePageSecurity(this WebApplication app) => app.UseSecurityHeaders();

    private static void ForPages(HeaderPolicyCollection headers) => headers
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCustomHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddScriptSrc().Self();
            policy.AddStyleSrc().Self();
            policy.AddImgSrc().Self().Data();
            policy.AddConnectSrc().Self();
            policy.AddFormAction().Self();
            policy.AddBaseUri().None();
            policy.AddFrameAncestors().None();
        });

    /// <summary>An API response is not a page; opened as one, it can load and run nothing.</summary>
    private static void ForApi(HeaderPolicyCollection headers) => headers
        .AddContentTypeOptionsNoSniff()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddFrameAncestors().None();
        });
}
