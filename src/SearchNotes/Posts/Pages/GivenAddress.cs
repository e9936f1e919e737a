namespace SearchNotes.Posts.Pages;

/// <summary>Each generator's key of the front matter for the address of a page.</summary>
internal static class GivenAddress
{
    /// <summary>Returns the front matter without an address under a key that the generator ignores: Jekyll, Hexo and Eleventy read
    /// <c>permalink</c> alone, Hugo and Pelican <c>url</c> alone.</summary>
    internal static FrontMatter Of(FrontMatter frontMatter, Generator generator)
    {
        var key = generator switch
        {
            Generator.Jekyll or Generator.Hexo or Generator.Eleventy => "permalink",
            Generator.Hugo or Generator.Pelican => "url",
            _ => null,
        };
        if (key is null || frontMatter.Permalink is null)
            return frontMatter;
        if (key == "permalink" && frontMatter.Keys.ContainsKey(key))
            return frontMatter;
        var given = frontMatter.Keys.GetValueOrDefault(key);
        return frontMatter with { Permalink = given?.Contains("://", StringComparison.Ordinal) == true ? null : given };
    }
}
