using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Reindexing;

/// <summary>The event that a forge reports.</summary>
/// <param name="Kind"><c>push</c>, <c>ping</c>, or the forge's own name of the event.</param>
/// <param name="Ref">The ref that was pushed: <c>refs/heads/main</c>; <see langword="null"/> when unknown.</param>
internal sealed record PushEvent(string Kind, string? Ref)
{
    /// <summary>Header fields with the kind. Forges that imitate another one also send its fields, so their own fields come
    /// first.</summary>
    private static readonly string[] KindFields = ["X-Forgejo-Event", "X-Gitea-Event", "X-Gitlab-Event", "X-GitHub-Event"];

    /// <summary>Reads the event from the header fields and the ref found in the body.</summary>
    public static PushEvent Read(IHeaderDictionary fields, string? pushed)
    {
        var kind = KindFields.Select(name => fields[name].ToString()).FirstOrDefault(kind => kind.Length > 0) ?? "";
        return new PushEvent(kind == "Push Hook" ? "push" : kind, pushed);
    }
}
