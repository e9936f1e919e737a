using SearchNotes.Cli.Help;
using SearchNotes.Cli.Settings;

namespace SearchNotes.Cli.Diagnosis;

/// <summary>Checks valid settings for values that are ignored or renamed, and for keys that other users can read.</summary>
/// <param name="context">The environment of this run.</param>
internal sealed class SettingsDiagnosis(CommandContext context)
{
    private const string Check = "settings";

    /// <summary>Returns the findings.</summary>
    public IEnumerable<Finding> Of(ProgramSettings settings)
    {
        Finding[] problems =
        [
            .. Warned(settings), .. UnknownVariables(), .. ReadableKeys(settings), .. InvalidForServer(settings),
            .. UntrustedHost(settings),
        ];
        return problems.Length > 0 ? problems : [Finding.Ok(Check, ReadFiles(settings))];
    }

    private string ReadFiles(ProgramSettings settings) => settings.Files switch
    {
        [] => $"no {SettingsFile.Name}; the defaults apply",
        [var file] => $"{context.ShortPath(file)} is valid",
        var files => $"{string.Join(" and ", files.Select(context.ShortPath))} are valid",
    };

    private static IEnumerable<Finding> Warned(ProgramSettings settings) =>
        settings.Warnings.Select(warning =>
            Finding.Warning(Check, warning.TrimEnd('.'), "docs/settings.md says what is read from where"));

    /// <summary>Reports unknown variables, because a mistyped one would be ignored silently.</summary>
    private IEnumerable<Finding> UnknownVariables()
    {
        string[] known = [.. SettingKeys.All.Concat(FormerKeys.PresentNames.Keys).Select(SettingsReader.VariableOf), SettingsReader.VariableOf("settings")];
        return context.VariableNames()
            .Where(name => name.StartsWith(SettingsReader.Prefix, StringComparison.Ordinal) && !known.Contains(name))
            .Order(StringComparer.Ordinal)
            .Select(name =>
                Finding.Warning(Check, $"nothing reads the variable {name}", Nearest.To(name, known) is { } meant
                    ? $"rename it to {meant}" : "see docs/settings.md for the variables that are read"));
    }

    private IEnumerable<Finding> ReadableKeys(ProgramSettings settings)
    {
        string?[] files = [settings.ReindexKeyFile, settings.HookSecretFile, settings.FileWithKey];
        return files.OfType<string>()
            .Where(file => File.Exists(file) && KeyFile.IsOpenToOthers(file))
            .Select(file =>
                Finding.Warning(Check, $"other users of this machine can read the key in {context.ShortPath(file)}",
                    $"chmod 600 {context.ShortPath(file)}"));
    }

    /// <summary>Reports a missing public_url, because many proxies pass on the Host header that the client sent.</summary>
    private static IEnumerable<Finding> UntrustedHost(ProgramSettings settings)
    {
        if (settings.Server is { Proxies.Count: > 0, PublicUrl: null })
        {
            yield return Finding.Warning(
                Check,
                "proxies is set and public_url is not: links to this service carry the host of each request",
                "set public_url to the address that readers use, such as \"https://notes.example\"");
        }
    }

    private static IEnumerable<Finding> InvalidForServer(ProgramSettings settings)
    {
        try
        {
            settings.ToServeOptions().Check();
            return [];
        }
        catch (SearchNotesException fault)
        {
            return [Finding.Failed(Check, fault)];
        }
    }
}
