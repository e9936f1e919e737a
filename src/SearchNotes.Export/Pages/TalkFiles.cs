using SearchNotes.Api.Pages;
using SearchNotes.Indexing;

namespace SearchNotes.Export.Pages;

/// <summary>The pages of talks.</summary>
internal static class TalkFiles
{
    /// <summary>Number of related talks on a page.</summary>
    private const int RelatedTalks = 5;

    /// <summary>Time limit for related talks. It is never reached, because an answer that ran out of time would differ from run to
    /// run.</summary>
    private static readonly TimeSpan LongBudget = TimeSpan.FromHours(1);

    /// <summary>Returns the pages of all talks.</summary>
    public static IEnumerable<ExportedFile> Of(ExportContext context, TalkLists lists, SitePages pages, SiteAddress site)
    {
        var posts = lists.Newest.ToLookup(stored => stored.PostId, StringComparer.Ordinal);
        return lists.Newest.Select(stored => Page(stored, posts[stored.PostId]));

        ExportedFile Page(StoredTalk stored, IEnumerable<StoredTalk> ofPost)
        {
            var path = StaticAddresses.TalkFolder(stored.Talk.Id);
            var address = site.Of(path);
            var blog = WebAddress.Of(stored.Url);
            var head = new PageHead(pages.Title(Labels.Topic(stored)))
            {
                Canonical = blog ?? address,
                IsHiddenFromSearchEngines = HasBlogAddress(stored),
                Description = TalkPage.Description(stored),
                IsArticle = true,
                LinkedData = TalkLinkedData.Of(stored, address),
            };
            var related = context.Searcher.Related(stored.Talk.Id, RelatedTalks, LongBudget);
            var inOrder = ofPost.OrderBy(other => other.Talk.FirstLine).ToArray();
            return pages.File(path, head, TalkPage.Of(new TalkContent(stored, inOrder, related), pages.Links(path)));
        }
    }

    /// <summary>Returns whether the blog shows the talk, so that search engines should show the blog's page and not this one.</summary>
    public static bool HasBlogAddress(StoredTalk stored) => BlogAddress.Of(stored.Url) is not null;
}
