using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SearchNotes.Api.Manners;

/// <summary>Security fields of every answer, and the strict content security policy that pages live under.</summary>
internal static class PageSecurity
{
    public static void AddPageSecurity(this IServiceCollection services) =>
        services.AddSecurityHeaderPolicies().SetDefaultPolicy(headers => headers
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
            }));

    public static void UsePageSecurity(this WebApplication app) => app.UseSecurityHeaders();
}
