using SearchNotes.Cli.Help;
using SearchNotes.Cli.Settings;

namespace SearchNotes.Cli.Diagnosis;

/// <summary>Looks at settings that were read without a fault: what nobody reads, and who may read the keys.</summary>
/// <param name="context">Folder and variables.</param>
internal sealed class SettingsDiagnosis(CommandContext context)
{
    private const string Check = "settings";

    /// <summary>What there is to say.</summary>
    public IEnumerable<Finding> Of(ProgramSettings settings)
    {
        Finding[] odd =
            [.. Ignored(settings), .. Unread(), .. OpenKeys(settings), .. WrongForServer(settings), .. HostOfStrangers(settings)];
        return odd.Length > 0 ? odd : [Finding.Ok(Check, ReadFiles(settings))];
    }

    private string ReadFiles(ProgramSettings settings) => settings.Files switch
    {
        [] => $"no {SettingsFile.Name}; the defaults hold",
        [var file] => $"{context.ShortPath(file)} is read, and nothing in it is wrong",
        var files => $"{string.Join(" and ", files.Select(context.ShortPath))} are read, and nothing in them is wrong",
    };

    private static IEnumerable<Finding> Ignored(ProgramSettings settings) =>
        settings.Warnings.Select(warning =>
            Finding.Warning(Check, warning.TrimEnd('.'), "docs/settings.md says what a file among the posts may set"));

    /// <summary>A mistyped variable does nothing, and nobody would say so.</summary>
    private IEnumerable<Finding> Unread()
    {
        string[] known = [.. SettingKeys.All.Select(SettingsReader.VariableOf), SettingsReader.VariableOf("settings")];
        return context.VariableNames()
            .Where(name => name.StartsWith(SettingsReader.Prefix, StringComparison.Ordinal) && !known.Contains(name))
            .Order(StringComparer.Ordinal)
            .Select(name =>
                Finding.Warning(Check, $"nothing reads the variable {name}", Nearest.To(name, known) is { } meant
                    ? $"rename it to {meant}" : "see docs/settings.md for those that are read"));
    }

    private IEnumerable<Finding> OpenKeys(ProgramSettings settings)
    {
        string?[] files = [settings.ReindexKeyFile, settings.HookSecretFile, settings.FileWithKey];
        return files.OfType<string>()
            .Where(file => File.Exists(file) && KeyFile.IsOpenToOthers(file))
            .Select(file =>
                Finding.Warning(Check, $"other users of this machine can read the key in {context.ShortPath(file)}",
                    $"chmod 600 {context.ShortPath(file)}"));
    }

    /// <summary>Behind a proxy each request's host is what the client wrote, as often as not.</summary>
    private static IEnumerable<Finding> HostOfStrangers(ProgramSettings settings)
    {
        if (settings.Server is { Proxies.Count: > 0, PublicUrl: null })
        {
            yield return Finding.Warning(
                Check,
                "proxies is set and public_url is not: links to this service carry the host of each request",
                "set public_url to the address that readers use, such as \"https://notes.example\"");
        }
    }

    private static IEnumerable<Finding> WrongForServer(ProgramSettings settings)
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
