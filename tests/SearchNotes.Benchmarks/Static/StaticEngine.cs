namespace SearchNotes.Benchmarks.Static;

/// <summary>A search over static files: its files, and a page that asks it.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Site">The folder that is served.</param>
/// <param name="Files">The folder of the engine's own files in it.</param>
/// <param name="Page">The HTML of a page that defines <c>start()</c>, which loads the engine, and <c>ask(query, limit)</c>, which returns
/// the ids of the first talks once they could be shown with their passages.</param>
internal sealed record StaticEngine(string Name, string Site, string Files, string Page)
{
    /// <summary>Name of the page in the site.</summary>
    public const string PageName = "measure.html";

    /// <summary>Whether it is SearchNotes.</summary>
    public bool IsOurs => Name == "SearchNotes";

    /// <summary>SearchNotes by its box, as a blog has it.</summary>
    public static StaticEngine Ours(string site) => new("SearchNotes", site, Path.Combine(site, "search"), """
        <!doctype html><html lang="en"><title>SearchNotes</title>
        <search-notes index="/search/" url="off" recent="off"></search-notes>
        <script type="module">
        const box = document.querySelector('search-notes');
        const answered = query => new Promise(done => addEventListener('searchnotes:search', function heard({ detail }) {
          if (detail.query !== query) return;
          removeEventListener('searchnotes:search', heard);
          done();
        }));
        window.start = async () => {
          await import('/search/search-box.js');
          while (!box.shadowRoot) await new Promise(done => setTimeout(done, 5));
          box.open();
        };
        window.ask = async (query, limit) => {
          box.setAttribute('limit', limit);
          const input = box.shadowRoot.querySelector('input');
          const answer = answered(query.trim());
          input.value = query;
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await answer;
          return [...box.shadowRoot.querySelectorAll('.talk')].map(option => option.choice.id);
        };
        </script></html>
        """);

    /// <summary>Pagefind by its module, without its user interface.</summary>
    public static StaticEngine Pagefind(string site) => new("Pagefind", site, Path.Combine(site, "pagefind"), """
        <!doctype html><html lang="en"><title>Pagefind</title>
        <script type="module">
        let pagefind;
        window.start = async () => {
          pagefind = await import('/pagefind/pagefind.js');
          await pagefind.init();
        };
        window.ask = async (query, limit) => {
          const { results } = await pagefind.search(query);
          const shown = await Promise.all(results.slice(0, limit).map(result => result.data()));
          return shown.map(({ url }) => decodeURIComponent(url.split('/').pop().replace(/\.html$/, '')));
        };
        </script></html>
        """);
}
