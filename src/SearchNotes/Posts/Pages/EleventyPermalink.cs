using System.Globalization;
using System.Text;

namespace SearchNotes.Posts.Pages;

/// <summary>Evaluates the permalinks of Eleventy that are simple templates: <c>/web/{{ page.fileSlug }}/</c>.</summary>
internal static class EleventyPermalink
{
    private const int MaxFilters = 4;

    /// <summary>Returns the path; <see langword="null"/> if the template contains anything but known values and filters.</summary>
    /// <param name="template">The template.</param>
    /// <param name="page">The page, with its path below the folder of the templates.</param>
    internal static string? Evaluate(string template, PageSource page)
    {
        var path = new StringBuilder();
        for (var i = 0; i < template.Length;)
        {
            var rest = template.AsSpan(i);
            if (rest.StartsWith("{%"))
                return null;
            if (!rest.StartsWith("{{"))
            {
                path.Append(template[i++]);
                continue;
            }

            var end = rest.IndexOf("}}");
            if (end < 0 || Value(rest[2..end].Trim("- ").ToString(), page) is not { } value)
                return null;
            path.Append(value);
            i += end + 2;
        }

        var made = path.ToString();
        return made.EndsWith("/index.html", StringComparison.Ordinal) ? made[..^"index.html".Length] : made;
    }

    /// <summary>Returns the path that Eleventy makes of a file's own.</summary>
    internal static string FilePathStem(PageSource page)
    {
        var folders = page.Path.Split('/')[..^1];
        return "/" + string.Join('/', [.. folders, NameOf(page)]);
    }

    private static string? Value(string expression, PageSource page)
    {
        var parts = expression.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Length > MaxFilters + 1 || Variable(parts[0], page) is not { } value)
            return null;
        foreach (var filter in parts.Skip(1))
        {
            if (Filtered(value, filter, page) is not { } filtered)
                return null;
            value = filtered;
        }

        return value;
    }

    private static string? Variable(string name, PageSource page) => name switch
    {
        "page.fileSlug" => FileSlug(page),
        "page.filePathStem" => FilePathStem(page),
        "page.date" or "date" => page.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "title" => page.FrontMatter.Title,
        ['"' or '\'', .., '"' or '\''] => name[1..^1],
        _ => page.FrontMatter.Keys.TryGetValue(name.ToLowerInvariant(), out var own) && own.Trim().Length > 0 ? own.Trim() : null,
    };

    private static string? Filtered(string value, string filter, PageSource page)
    {
        var colon = filter.IndexOfAny([':', '(']);
        var name = (colon < 0 ? filter : filter[..colon]).Trim();
        var argument = colon < 0 ? "" : filter[(colon + 1)..].Trim(' ', ')', '"', '\'');
        return name switch
        {
            "slug" or "slugify" => PageSlug.Eleventy(value),
            "downcase" or "lower" => value.ToLowerInvariant(),
            "date" when page.Date is { } day => Formatted(day, argument),
            _ => null,
        };
    }

    private static string? Formatted(DateOnly day, string format)
    {
        foreach (var (code, written) in ((string, string)[])[("%Y", "yyyy"), ("%y", "yy"), ("%m", "MM"), ("%d", "dd"), ("%-m", "%M"),
            ("%-d", "%d"), ("%B", "MMMM"), ("%b", "MMM")])
        {
            format = format.Replace(code, day.ToString(written, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
        return format.Contains('%', StringComparison.Ordinal) ? null : format;
    }

    private static string FileSlug(PageSource page)
    {
        var name = NameOf(page);
        var folders = page.Path.Split('/')[..^1];
        return name == "index" ? folders.Length == 0 ? "" : WithoutDate(folders[^1]) : name;
    }

    private static string NameOf(PageSource page) => WithoutDate(Path.GetFileNameWithoutExtension(page.Path));

    private static string WithoutDate(string name) =>
        name is [_, _, _, _, '-', _, _, '-', _, _, '-', _, ..] && name.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
            ? name[11..] : name;
}
