using System.CommandLine;
using System.Globalization;
using System.Text;

namespace SearchNotes.Cli.Help;

/// <summary>The manual page <c>searchnotes(1)</c> in roff, made from the same definitions as <c>--help</c>.</summary>
internal static class ManPage
{
    /// <summary>Returns the page of a program.</summary>
    /// <param name="root">The program with its commands.</param>
    /// <param name="version">The version of the program.</param>
    public static string Of(RootCommand root, string version)
    {
        var page = new StringBuilder()
            .Append($".TH SEARCHNOTES 1 \"\" \"searchnotes {Text(version)}\" \"User Commands\"\n")
            .Append(".SH NAME\nsearchnotes \\- search for blogs with conference notes\n")
            .Append(".SH SYNOPSIS\n.B searchnotes\n.I command\n[\\fIoptions\\fR]\n")
            .Append($".SH DESCRIPTION\n{Text(root.Description ?? "")}\n")
            .Append(".SH COMMANDS\n");
        foreach (var command in root.Subcommands.Where(command => !command.Hidden))
            Append(page, command);
        return page
            .Append(".SH EXIT STATUS\n")
            .Append(".TP\n.B 0\ndone\n.TP\n.B 1\nnothing found, or warnings with \\fB\\-\\-strict\\fR\n")
            .Append(".TP\n.B 2\nfailure or invalid arguments; a sentence on standard error says what to do\n")
            .Append(".SH FILES\n.TP\n.I searchnotes.json\nsettings, in the working directory or beside the posts\n")
            .Append(".TP\n.I index\nthe index; it can be deleted at any time and is built again from the posts\n")
            .ToString();
    }

    private static void Append(StringBuilder page, Command command)
    {
        page.Append($".SS \"searchnotes {Text(command.Name)}{Arguments(command)} [options]\"\n{Text(command.Description ?? "")}\n");
        foreach (var argument in command.Arguments.Where(argument => !argument.Hidden))
            AppendItem(page, $"\\fI{Text(argument.Name)}\\fR", argument.Description);
        foreach (var option in command.Options.Where(option => !option.Hidden))
            AppendItem(page, Names(option), option.Description);
        if (command is not DocumentedCommand { Examples: { Count: > 0 } examples })
            return;
        page.Append(".PP\nExamples:\n");
        foreach (var example in examples)
            page.Append($".PP\n{Text(example.Purpose)}:\n.PP\n.nf\n.RS\n{Text(example.Line)}\n.RE\n.fi\n");
    }

    private static void AppendItem(StringBuilder page, string name, string? description) =>
        page.Append($".TP\n{name}\n{Text(description ?? "")}\n");

    private static string Arguments(Command command) =>
        string.Concat(command.Arguments.Where(argument => !argument.Hidden).Select(argument => $" {Text(argument.Name)}"));

    private static string Names(Option option)
    {
        var names = string.Join(", ", option.Aliases.Prepend(option.Name).Distinct(StringComparer.Ordinal).Select(name => $"\\fB{Text(name)}\\fR"));
        return option.HelpName is { } value ? $"{names} \\fI{Text(value)}\\fR" : names;
    }

    /// <summary>Escapes text: a backslash, a hyphen that is typed, a quote, a dot or an apostrophe that would begin a request, and letters
    /// beyond ASCII.</summary>
    private static string Text(string text)
    {
        var escaped = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal)
            .Replace("\"", "\\(dq", StringComparison.Ordinal).Replace("'", "\\(aq", StringComparison.Ordinal);
        escaped = string.Concat(escaped.EnumerateRunes()
            .Select(rune => rune.IsAscii ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\[u{rune.Value:X4}]")));
        return escaped.StartsWith('.') ? $"\\&{escaped}" : escaped;
    }
}
