using SearchNotes.Api.Responses;

namespace SearchNotes.Api.Pages;

/// <summary>The pages of the service.</summary>
/// <param name="options">The settings, for the title of the service.</param>
/// <param name="site">The service's own address, without a trailing slash.</param>
internal sealed class ServiceLayout(ServeOptions options, string site)
{
    private readonly Layout layout = new(new PageFrame(options.Title, ServiceAddresses.Instance)
    {
        Head = $"""<script type="module" src="/{PageAsset.Script.Path}"></script>""",
        SearchField = SearchField,
        Footer = static () => $"""
            <a href="/talks">{Words.Text("All talks")}</a>
            <a href="/speakers">{Words.Text("Speakers")}</a>
            <a href="/events">{Words.Text("Events")}</a>
            <a href="/tags">{Words.Text("Tags")}</a>
            <a href="/feed.atom">{Words.Text("Feed")}</a>
            <a href="/docs/">API</a>
            <a href="/docs/embed">{Words.Text("Put this search on your blog")}</a>
            """,
    });

    /// <summary>Renders a page as a response body, its addresses below the path of <c>public_url</c>.</summary>
    public ResponseBody Page(PageHead head, Html main) =>
        new(System.Text.Encoding.UTF8.GetBytes(PublicPath.Before(layout.Render(head, main).ToString(), options)), "text/html; charset=utf-8");

    /// <summary>Returns the absolute address of a path of this service.</summary>
    public string Absolute(string path) => site + path;

    /// <summary>Returns the search form.</summary>
    public static Html SearchField(string query) => $"""
        <form class="search" role="search" action="/">
        <label class="hidden" for="q">{Words.Text("Search talks")}</label>
        <input id="q" name="q" type="search" value="{query}" dir="auto" placeholder="{Words.Text("Search talks, speakers, code …")}" maxlength="512" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">
        <button type="submit">{Words.Text("Search")}</button>
        </form>
        """;
}
