using System.Text.RegularExpressions;

namespace SearchNotes.Posts.Pages;

/// <summary>The pages of a Gatsby blog whose paths follow from their files: those of <c>src/pages</c>, and those that
/// <c>gatsby-node</c> makes with <c>createFilePath</c>.</summary>
/// <remarks>Other pages are made by programs that are not evaluated; their paths are unknown.</remarks>
internal sealed partial class GatsbyRoutes
{
    private const string Pages = "src/pages/";

    private static readonly string[] Programs = ["gatsby-node.js", "gatsby-node.mjs", "gatsby-node.ts"];

    private readonly bool makesPagesOfMdx;
    private readonly string basePath;
    private readonly IReadOnlyList<string> folders;

    private GatsbyRoutes(bool makesPagesOfMdx, string basePath, IReadOnlyList<string> folders) =>
        (this.makesPagesOfMdx, this.basePath, this.folders) = (makesPagesOfMdx, basePath, folders);

    /// <summary>Reads the routes.</summary>
    /// <param name="configuration">The text of <c>gatsby-config</c>.</param>
    /// <param name="files">The blog's files.</param>
    internal static GatsbyRoutes Read(string configuration, BlogFiles files)
    {
        var program = Programs.Select(files.Read).FirstOrDefault(text => text is not null) ?? "";
        var isByFile = FilePath.Match(program) is { Success: true } call && Field.IsMatch(program) && FieldAsPath.IsMatch(program) ? call : null;
        var sources = isByFile is null ? []
            : SourceFolder.Matches(configuration).Select(match => match.Groups["folder"].Value.Trim('.', '/') + "/");
        return new GatsbyRoutes(
            configuration.Contains("gatsby-plugin-mdx", StringComparison.Ordinal),
            isByFile is null ? "" : isByFile.Groups["base"].Value.Trim('.', '/') + "/",
            [.. sources.Distinct(StringComparer.Ordinal).OrderByDescending(folder => folder.Length)]);
    }

    /// <summary>Returns the path of a file's page, with a slash at its end; <see langword="null"/> if it is unknown.</summary>
    internal string? PathOf(PageSource page)
    {
        if (page.Path.StartsWith(Pages, StringComparison.Ordinal))
            return makesPagesOfMdx && page.Path.EndsWith(".mdx", StringComparison.Ordinal) ? PathOf(page, Pages) : null;
        var folder = folders.FirstOrDefault(source => page.Path.StartsWith(source, StringComparison.Ordinal));
        return folder is null ? null : PathOf(page.Below(folder), basePath);
    }

    // index.md stands for its folder. A base path that the file is not below changes nothing.
    private static string PathOf(PageSource page, string basePath)
    {
        var stem = page.Below(basePath).Path;
        stem = stem[..stem.LastIndexOf('.')];
        if (stem == "index" || stem.EndsWith("/index", StringComparison.Ordinal))
            stem = stem[..^"index".Length].TrimEnd('/');
        return stem.Length == 0 ? "/" : $"/{stem}/";
    }

    // createFilePath({ node, getNode, basePath: 'blog' })
    [GeneratedRegex(@"createFilePath\(\{[^}]*?(basePath:\s*[`'""](?<base>[^`'""$]*)[`'""][^}]*)?\}\)", RegexOptions.NonBacktracking)]
    private static partial Regex FilePath { get; }

    // createNodeField({ name: 'slug', node, value })
    [GeneratedRegex(@"createNodeField\(\{([^}$]*[,\s])?value\s*(:\s*\w+\s*)?[,}\n]", RegexOptions.NonBacktracking)]
    private static partial Regex Field { get; }

    // createPage({ path: post.fields.slug, … })
    [GeneratedRegex(@"\bpath\s*:\s*[\w.?!]*\bfields\??\.slug\s*[,}\n]", RegexOptions.NonBacktracking)]
    private static partial Regex FieldAsPath { get; }

    // path: `${__dirname}/content/blog`, path: './content', path: path.join(__dirname, 'content')
    [GeneratedRegex(@"\bpath\s*:\s*(`\$\{__dirname\}/?|[`'""]\./|path\.(join|resolve)\(\s*(__dirname,\s*)?[`'""])(?<folder>[\w./-]+)[`'""]", RegexOptions.NonBacktracking)]
    private static partial Regex SourceFolder { get; }
}
