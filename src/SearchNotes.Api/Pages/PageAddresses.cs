using SearchNotes.Querying;

namespace SearchNotes.Api.Pages;

/// <summary>The addresses that a page links to, as its links write them. The service and the exported files each have their own.</summary>
internal abstract class PageAddresses
{
    /// <summary>The start page.</summary>
    public abstract string Start { get; }

    /// <summary>Returns the address of a talk's page; <see langword="null"/> when talks have no pages.</summary>
    public abstract string? Talk(string id);

    /// <summary>Returns the address of a list page, or of a search when the name has no page.</summary>
    /// <param name="kind">The kind of list.</param>
    /// <param name="name">The name as displayed.</param>
    /// <param name="slug">The name's key. The key of a tag may contain punctuation: <c>ci/cd</c>, <c>c#</c>.</param>
    /// <param name="page">The number of the page, from 1.</param>
    public abstract string List(ListKind kind, string name, string slug, int page = 1);

    /// <summary>Returns the address of the page with all names of a kind; <see langword="null"/> when there is none.</summary>
    public abstract string? Names(ListKind kind);

    /// <summary>The page with all talks; <see langword="null"/> when there is none.</summary>
    public abstract string? AllTalks { get; }

    /// <summary>Returns the address of a search.</summary>
    public abstract string Search(SearchRequest request);

    /// <summary>Returns the address of a file of the site.</summary>
    /// <param name="path">The path below the start page, without a leading slash.</param>
    public abstract string File(string path);

    /// <summary>Returns a link to the blog if a page of this site may follow it; otherwise <see langword="null"/>.</summary>
    public abstract string? Blog(string? url);
}
