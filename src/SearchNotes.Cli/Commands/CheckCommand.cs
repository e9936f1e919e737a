using System.CommandLine;
using System.Text.Json;
using SearchNotes.Cli.Checking;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Terminal;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes check</c>: shows how posts are split into talks, and why.</summary>
/// <param name="context">The environment of this run.</param>
/// <param name="options">The shared options.</param>
internal sealed class CheckCommand(CommandContext context, SharedOptions options)
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Posts, or folders of posts [default: the corpus]",
    };

    private readonly Option<bool> explain = SharedOptions.Flag("--explain", "Say what decided: for each talk, and for posts without talks");

    private readonly Option<bool> verbose = SharedOptions.Flag("--verbose", "Show every post, ordinary ones too");

    /// <summary>Creates the command.</summary>
    public Command Create()
    {
        var command = new DocumentedCommand("check", "Show how each post is split into talks and why, without an index.")
        {
            Examples =
            [
                new("searchnotes check", "Look at the corpus: where its talks are, and what is worth a look"),
                new("searchnotes check --verbose", "Show every post of it"),
                new("searchnotes check corpus/databases-in-the-north.md", "Look at one post while writing it"),
                new("searchnotes check corpus/databases-in-the-north.md --explain", "See what made a talk of a heading, or of none"),
                new("searchnotes check corpus --strict", "Fail the blog's build when a post has a warning"),
                new("searchnotes check corpus --anchors pandoc --json | jq '.[].talks[].anchor'", "Feed another program"),
            ],
        };
        command.Add(paths);
        foreach (var option in new Option[] { options.Corpus, options.Drafts, options.Anchors, options.Strict, explain, verbose,
            options.Json, options.Settings })
        {
            command.Add(option);
        }
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var remarks = new List<string>();
        var posts = Check(parsed, remarks);
        if (parsed.GetValue(options.Json))
            context.Out.WriteLine(Printable.Json(JsonSerializer.Serialize(posts, CheckJson.Readable.IReadOnlyListCheckedPost)));
        else
            new CheckReport(Screen.Out(context)).Write(posts, remarks, parsed.GetValue(verbose));

        var fails = posts.Count == 0 || (parsed.GetValue(options.Strict) && posts.Any(post => post.Warnings.Count > 0));
        return fails ? ExitCode.NothingFound : ExitCode.Done;
    }

    private static IReadOnlyList<CheckedPost> CheckAll(Corpus corpus, bool explains, List<string> remarks)
    {
        var listing = corpus.Scan();
        remarks.AddRange(corpus.PageWarnings.Concat(listing.PassedOver.Select(CheckReport.Line)));
        return PostCheck.Run(corpus, listing, explains);
    }

    private IReadOnlyList<CheckedPost> Check(ParseResult parsed, List<string> remarks)
    {
        var typed = parsed.GetValue(paths) ?? [];
        return typed.Length == 0
            ? CheckAll(new Corpus(options.Read(parsed, context).ToCorpusOptions()), parsed.GetValue(explain), remarks)
            : [.. typed.SelectMany(path => CheckPath(parsed, path, remarks))];
    }

    private IReadOnlyList<CheckedPost> CheckPath(ParseResult parsed, string path, List<string> remarks)
    {
        var fullPath = context.FullPath(path);
        if (Directory.Exists(fullPath))
            return CheckAll(Open(fullPath), parsed.GetValue(explain), remarks);

        if (!File.Exists(fullPath))
            throw new SearchNotesException(Fault.Corpus, $"There is no file or folder {path}; check the path.");

        var corpus = Open(Path.GetDirectoryName(fullPath)!); // A full path of a file has a folder.
        var blog = corpus.List();
        var file = blog.FirstOrDefault(file => file.Path == Path.GetFileName(fullPath))
            ?? throw new SearchNotesException(Fault.Corpus,
                $"{path} is not a post; posts end in .md, .markdown, .mdown, .mkdn, .mkdown, .mkd or .mdx, or in .txt with front matter or headings.");
        return PostCheck.Run(corpus, [file], blog, parsed.GetValue(explain));

        Corpus Open(string root) => new(options.Read(parsed, context, root).ToCorpusOptions());
    }
}
