using SearchNotes.Posts.Dates;
using SearchNotes.Posts.Events;
using SearchNotes.Posts.Files;
using SearchNotes.Posts.Keys;
using SearchNotes.Posts.Languages;
using SearchNotes.Posts.Pages;

namespace SearchNotes.Posts;

/// <summary>Parses posts from the bytes of their files.</summary>
internal sealed class PostReader(CorpusOptions options, BlogConfiguration blog, EventAliases events)
{
    private readonly FolderSettings settings = new(options);
    private readonly PageAddress addresses = new(blog);

    /// <summary>Parses a post. Never fails: an unreadable file becomes a post with a <see cref="Post.SkipReason"/>.</summary>
    internal Post Read(PostBytes file)
    {
        var path = PostPath.Read(file.File.Path);
        var decoded = PostText.Decode(file.Bytes);
        if ((file.Problem ?? decoded.Problem ?? (decoded.Text.Length == 0 ? "it is empty" : null)) is { } problem)
            return Skipped(file.File, path, problem);

        var reading = FrontMatterReader.Read(decoded.Text, options.MaxFrontMatterCharacters, isYaml: blog.Generator != Generator.Pelican);
        var warnings = new List<Warning>(reading.Warnings);
        if (decoded.Doubt is not null)
            warnings.Add(new Warning(0, decoded.Doubt));

        var frontMatter = reading.FrontMatter;
        var settings = this.settings.For(file.File.Path);
        var givenTitle = frontMatter.Title ?? PostTitle.FromHeading(decoded.Text, reading.BodyStart, path.Name);
        var title = givenTitle ?? PostTitle.FromName(path.Name);
        var date = Date(reading, path, warnings);
        var source = new PageSource(file.File.Path, frontMatter, title, date);
        var eventTitle = events.NameOf(frontMatter.Event ?? settings.Event ?? EventTitle.Find(title, frontMatter.Tags, date));
        var eventTime = EventTime.Find(frontMatter.EventDate, eventTitle, title, path, date);
        var state = addresses.StateOf(file.File.Path, source, options.Clock.GetUtcNow());
        var completed = source with { FrontMatter = addresses.Completed(file.File.Path, source) };
        return new Post
        {
            Path = file.File.Path,
            Id = file.File.Id,
            Title = title,
            TitleIsFromFileName = givenTitle is null,
            Date = date,
            Language = Language(decoded.Text, reading, path, warnings),
            EventTitle = eventTitle,
            EventDate = eventTime.Day,
            EventYear = eventTime.Year,
            Url = addresses.For(file.File.Path, source, settings),
            Anchors = Anchors(settings),
            IsMyst = blog.Generator == Generator.Sphinx || frontMatter.Keys.Keys.Any(IsMystKey),
            SkipReason = SkipReason(file.File.Path, reading, decoded.Text)
                ?? KeptOut.Reason(completed.FrontMatter, completed.Categories, settings)
                ?? (options.IncludeDrafts ? null : state.Reason),
            ChangesAt = state.ChangesAt,
            FrontMatter = frontMatter,
            Overrides = Overrides(completed, settings),
            Text = decoded.Text,
            BodyLine = reading.BodyLine,
            Warnings = [.. warnings.OrderBy(w => w.Line)],
        };
    }

    private static bool IsMystKey(string key) => key is "jupytext" or "kernelspec" || key.StartsWith("jupytext.", StringComparison.Ordinal)
        || key.StartsWith("kernelspec.", StringComparison.Ordinal);

    private static Post Skipped(PostFile file, PostPath path, string problem) => new()
    {
        Path = file.Path,
        Id = file.Id,
        Title = PostTitle.FromName(path.Name),
        TitleIsFromFileName = true,
        Text = "",
        SkipReason = problem,
        Warnings = [new Warning(0, $"The file is left out: {problem}.")],
    };

    private string? SkipReason(string path, FrontMatterReading reading, string text)
    {
        if (path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
            && reading.FrontMatter.Dialect == FrontMatterDialect.None && !PostTitle.HasHeading(text))
        {
            return "it is plain text with neither front matter nor a heading";
        }

        if (options.IncludeDrafts)
            return null;
        return reading.FrontMatter.UnpublishedReason is { } reason
            && !(blog.Jekyll.BuildsUnpublished && reason.StartsWith("published", StringComparison.Ordinal))
            ? $"its front matter says {reason}"
            : path.Split('/').SkipLast(1).Contains("_drafts", StringComparer.Ordinal) ? "it lies below a folder _drafts"
            : null;
    }

    private static string? Language(string text, FrontMatterReading reading, PostPath path, List<Warning> warnings)
    {
        var detected = TextLanguage.Of(ProseSample.Take(text, reading.BodyStart));
        var language = PostLanguage.Decide(reading.FrontMatter, path.LanguageSuffix, detected, out var doubt);
        if (doubt is not null)
            warnings.Add(new Warning(reading.LanguageLine, doubt));
        return language;
    }

    private AnchorStyle Anchors(FolderOptions settings) =>
        settings.Anchors ?? (Generators.Named(settings.Permalink) is not Generator.Unknown and var generator && generator != blog.Generator
            ? Generators.Anchors(generator)
            : blog.Anchors);

    private static SplitOverrides Overrides(PageSource post, FolderOptions settings)
    {
        var frontMatter = post.FrontMatter;
        var isOnlyPost = settings.TalksOnlyIn is { } only && only.Of(frontMatter.Tags, post.Categories) is null;
        var talks = frontMatter.Talks ?? (isOnlyPost ? "none" : settings.Talks);
        return new(
            talks == "auto" ? null : talks,
            frontMatter.TalkLevel ?? settings.TalkLevel,
            frontMatter.Event ?? settings.Event,
            frontMatter.Speakers.Count > 0 ? frontMatter.Speakers : settings.Speakers ?? []);
    }

    private static DateOnly? Date(FrontMatterReading reading, PostPath path, List<Warning> warnings)
    {
        var inPath = PathDate.Find(path.Name, path.Folders);
        var day = reading.FrontMatter.Date ?? inPath.Day;
        if (reading.OddDate is { } odd)
            warnings.Add(new Warning(odd.Line, $"date \"{odd.Value}\" {DateDoubt(odd, reading.FrontMatter.Date, inPath.Day)}"));
        else if (day is not null && reading.FrontMatter.Date is null && inPath.Doubt is { } doubt)
            warnings.Add(new Warning(0, $"The folder {doubt}."));
        return day;
    }

    private static string DateDoubt(OddDate odd, DateOnly? given, DateOnly? inPath) => (odd.Doubt, given, inPath) switch
    {
        (not null, _, _) => $"{odd.Doubt}.",
        (_, not null, _) => "is not a date; the date of another key is used.",
        (_, _, not null) => "is not a date; the post takes the one in its path.",
        _ => "is not a date; the post is indexed without one.",
    };
}
