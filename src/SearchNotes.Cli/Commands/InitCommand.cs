using System.CommandLine;
using System.Text;
using SearchNotes.Api.Box;
using SearchNotes.Cli.Help;
using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Starting;
using SearchNotes.Cli.Terminal;
using SearchNotes.Posts;

namespace SearchNotes.Cli.Commands;

/// <summary><c>searchnotes init</c>: looks at a blog, writes a settings file, and says what to do next.</summary>
/// <param name="context">The environment of this run.</param>
/// <param name="options">The shared options.</param>
internal sealed class InitCommand(CommandContext context, SharedOptions options)
{
    private readonly Option<bool> yes = SharedOptions.Flag("--yes", "Ask nothing; take what was guessed");

    /// <summary>Creates the command.</summary>
    public Command Create()
    {
        var command = new DocumentedCommand("init", "Look at a blog, write a settings file and say what to do next.")
        {
            Examples =
            [
                new("searchnotes init", "In the folder of the blog"),
                new("searchnotes init --yes", "Without questions, for scripts"),
            ],
        };
        foreach (var option in new Option[] { options.Corpus, yes })
            command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = Screen.Out(context);
        var questions = new Questions(context, mayAsk: !parsed.GetValue(yes));
        var named = parsed.GetValue(options.Corpus) is { Length: > 0 } path ? context.FullPath(path) : BlogSurvey.FindPosts(context.Folder);
        var corpus = questions.Ask("Folder of posts", named is null ? null : context.ShortPath(named)) is { } answer
            ? context.FullPath(answer)
            : throw new SearchNotesException(Fault.Corpus,
                "There are no posts in this folder; go to the folder of the blog, or name the folder of posts with --corpus.");

        var survey = BlogSurvey.Of(corpus);
        new SurveyReport(screen, context).Write(survey);
        var siteUrl = questions.Ask("Address of the blog", survey.Detected?.SiteUrl, IsAddress);
        var publicUrl = questions.Ask("Address of the search, if it gets its own", null, IsAddress);
        Write(screen, new SettingsDraft(survey, Relative(corpus), siteUrl, publicUrl));
        Advise(screen, survey, publicUrl);
        return ExitCode.Done;
    }

    private void Write(Screen screen, SettingsDraft draft)
    {
        var file = Path.Combine(context.Folder, SettingsFile.Name);
        screen.Line();
        if (File.Exists(file))
        {
            screen.Line($"{SettingsFile.Name} is there already and stays as it is.", TextStyle.Warning);
            return;
        }

        try
        {
            File.WriteAllText(file, draft.Write(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SearchNotesException(Fault.Settings, $"{SettingsFile.Name} cannot be written: {e.Message}", e);
        }

        screen.Line($"Wrote {SettingsFile.Name}. Keep {SettingsDraft.Index}/, the index, out of git and out of the published site.");
    }

    private void Advise(Screen screen, BlogSurvey survey, string? publicUrl)
    {
        screen.Line();
        screen.Line("Try it:", TextStyle.Title);
        var settings = IsTrusted(survey.Corpus) ? "" : $" --settings {SettingsFile.Name}";
        screen.Line($"  searchnotes serve{settings}", TextStyle.Location);
        screen.Line();
        screen.Line("Or without a server, as files in the blog's build:", TextStyle.Title);
        screen.Line($"  searchnotes export --out {OutputOf(survey.Generator)}/search{settings}", TextStyle.Location);
        screen.Line();
        screen.Line(GeneratorAdvice.Of(survey.Generator), TextStyle.Title);
        foreach (var line in SearchBox.Snippet(publicUrl?.TrimEnd('/') ?? "http://localhost:5080").Split('\n'))
            screen.Line($"  {line}");
    }

    /// <summary>Whether the file is used without being named, because it is outside the corpus and its clone.</summary>
    private bool IsTrusted(string corpus) =>
        !CorpusClone.WrittenFolders(corpus).Any(folder => CorpusClone.Contains(folder, Path.Combine(context.Folder, SettingsFile.Name)));

    /// <summary>Returns the folder that a generator publishes.</summary>
    private static string OutputOf(string? generator) => generator switch
    {
        "Hugo" or "Hexo" or "Gatsby" => "public",
        "Pelican" => "output",
        "Astro" => "dist",
        "Nuxt" => ".output/public",
        _ => "_site",
    };

    private string Relative(string corpus) => Path.GetRelativePath(context.Folder, corpus).Replace(Path.DirectorySeparatorChar, '/');

    private static bool IsAddress(string text) => WebAddress.Of(text) is { } address && address.Contains("://", StringComparison.Ordinal);
}
