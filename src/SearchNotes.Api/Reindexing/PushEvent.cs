using Microsoft.AspNetCore.Http;

namespace SearchNotes.Api.Reindexing;

/// <summary>What a forge says happened.</summary>
/// <param name="Kind"><c>push</c>, <c>ping</c>, or what it was called.</param>
/// <param name="Ref">What was pushed: <c>refs/heads/main</c>; <see langword="null"/> when it does not say.</param>
internal sealed record PushEvent(string Kind, string? Ref)
{
    /// <summary>Those who imitate a forge send its fields too, so the imitators come first.</summary>
    private static readonly string[] KindFields = ["X-Forgejo-Event", "X-Gitea-Event", "X-Gitlab-Event", "X-GitHub-Event"];

    /// <summary>What the fields of a request say, and what its body told.</summary>
    public static PushEvent Read(IHeaderDictionary fields, string? pushed)
    {
        var kind = KindFields.Select(name => fields[name].ToString()).FirstOrDefault(kind => kind.Length > 0) ?? "";
        return new PushEvent(kind == "Push Hook" ? "push" : kind, pushed);
    }
}
