using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace SearchNotes.Api.Hooks;

/// <summary>What a forge says happened.</summary>
/// <param name="Kind"><c>push</c>, <c>ping</c>, or what it was called.</param>
/// <param name="Ref">What was pushed: <c>refs/heads/main</c>; <see langword="null"/> when it does not say.</param>
internal sealed record PushEvent(string Kind, string? Ref)
{
    /// <summary>Those who imitate a forge send its fields too, so the imitators come first.</summary>
    private static readonly string[] KindFields = ["X-Forgejo-Event", "X-Gitea-Event", "X-Gitlab-Event", "X-GitHub-Event"];

    /// <summary>Reads a request whose signature fits.</summary>
    public static PushEvent Read(HttpRequest request, byte[] body)
    {
        var kind = KindFields.Select(name => request.Headers[name].ToString()).FirstOrDefault(kind => kind.Length > 0) ?? "";
        return new PushEvent(kind == "Push Hook" ? "push" : kind, RefOf(request, body));
    }

    private static string? RefOf(HttpRequest request, byte[] body)
    {
        try
        {
            // GitHub's default is a form with the JSON in a field.
            using var document = request.HasFormContentType
                ? JsonDocument.Parse(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)).TryGetValue("payload", out var payload) ? payload.ToString() : "")
                : JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("ref", out var name) && name.ValueKind == JsonValueKind.String
                ? name.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
