namespace SearchNotes.Cli.Starting;

/// <summary>Says where to put the snippet of the search box in a generator's templates.</summary>
internal static class GeneratorAdvice
{
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["Jekyll"] = "Save this as _includes/search-notes.html, and put {% include search-notes.html %} into the layout",
        ["Hugo"] = "Save this as layouts/partials/search-notes.html, and put {{ partial \"search-notes.html\" . }} into the base template",
        ["Hakyll"] = "Put this into templates/default.html",
        ["Hexo"] = "Put this into the layout of the theme, such as themes/NAME/layout/layout.ejs",
        ["Eleventy"] = "Save this as _includes/search-notes.html, and put {% include \"search-notes.html\" %} into the layout",
        ["Pelican"] = "Put this into templates/base.html of the theme",
        ["Gatsby"] = "Put this into src/html.js",
        ["Astro"] = "Put this into the layout, such as src/layouts/Layout.astro; add is:inline to the script tag",
        ["Nuxt"] = "Put this into the layout, such as app.vue; the script tag goes into app.head of nuxt.config.ts",
    };

    /// <summary>Returns the sentence that introduces the snippet.</summary>
    /// <param name="generator">The name of the generator; <see langword="null"/> when it is unknown.</param>
    public static string Of(string? generator) =>
        $"{(generator is null ? null : Places.GetValueOrDefault(generator)) ?? "Put this where the search field should be"}:";
}
