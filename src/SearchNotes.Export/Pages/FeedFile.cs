using SearchNotes.Api.Pages;
using SearchNotes.Indexing;
using SearchNotes.Talks;

namespace SearchNotes.Export.Pages;

/// <summary>The feed of the newest talks.</summary>
internal static class FeedFile
{
    /// <summary>Path of the feed.</summary>
    public const string Path = "feed.atom";

    /// <summary>Returns the feed. Its time is that of the newest talk, so that the same posts give the same bytes.</summary>
    public static ExportedFile Of(ExportContext context, TalkLists lists, SiteAddress site)
    {
        var talks = lists.Newest.Where(stored => stored.Talk.Kind != TalkKind.Post).OrderByDescending(stored => stored.Date).Take(AtomWriter.Entries).ToArray();
        var updated = talks.Select(AtomWriter.Day).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        var head = new FeedHead(context.Options.Title, site.Of(Path) ?? "urn:searchnotes:talks", updated)
        {
            Self = site.Of(Path),
            Page = site.Search ?? "./",
        };
        return new(Path, AtomWriter.Write(head, talks, Id, Address));

        string Id(StoredTalk stored) => site.Of(StaticAddresses.TalkFolder(stored.Talk.Id)) ?? $"urn:searchnotes:talk:{stored.Talk.Id}";

        string? Address(StoredTalk stored) => BlogAddress.Of(stored.Url) ?? Page(stored);

        string? Page(StoredTalk stored) => !context.Options.Pages.HasFlag(ExportedPages.Talks) ? null
            : site.Of(StaticAddresses.TalkFolder(stored.Talk.Id)) ?? new StaticAddresses(context.Options.Pages, 0).Talk(stored.Talk.Id);
    }
}
