using System.Text.RegularExpressions;
using SearchNotes.Tests.Api;
using SearchNotes.Tests.Cli;
using Xunit;

namespace SearchNotes.Tests.Export;

/// <summary>The recipes for hosts in <c>docs/examples/static</c> run the program as it is.</summary>
public sealed partial class RecipeTests
{
    [Theory]
    [InlineData("docs/examples/static/pages.yml")]
    [InlineData("docs/examples/static/search.sh")]
    public void The_command_of_a_recipe_exports_a_blog(string recipe)
    {
        var command = Command().Match(File.ReadAllText(Path.Combine(Repository.Root, recipe))).Groups["arguments"].Value
            .Replace("\"$posts\"", "_posts", StringComparison.Ordinal).Replace("\"$output\"", "_site/search", StringComparison.Ordinal);
        using var folder = new CliFolder();
        foreach (var (path, text) in SamplePosts.All)
            folder.Write($"_posts/{path}", text);

        var run = folder.Run(command.Split(' '));

        Assert.True(run.Code == 0, run.Error);
        Assert.True(File.Exists(folder.FullPath("_site/search/index.html")));
    }

    [Fact]
    public void Each_snippet_for_a_blog_names_the_script_and_the_folder()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "static.md"));

        var snippets = Snippet().Matches(page).Select(match => match.Value).ToArray();

        Assert.Equal(3, snippets.Length);
        Assert.All(snippets, snippet => Assert.Contains("search/search-box.js", snippet, StringComparison.Ordinal));
        Assert.All(snippets, snippet => Assert.Matches("<search-notes index=\"{{ [\"']/?search/[\"']", snippet));
        Assert.All(snippets, snippet => Assert.Contains("name=\"q\"", snippet, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"-c Release -- (?<arguments>export .+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"<script type=""module"".*?</search-notes>", RegexOptions.Singleline, 1000)]
    private static partial Regex Snippet();
}
