using System.Text.Json;

namespace SearchNotes.Cli.Settings;

/// <summary>The names that settings had in earlier versions. They are still read, with a warning.</summary>
internal static class FormerKeys
{
    /// <summary>The present name of each former one.</summary>
    public static readonly IReadOnlyDictionary<string, string> PresentNames = new Dictionary<string, string>
    {
        ["look_milliseconds"] = "refresh_milliseconds",
    };

    /// <summary>Whether a key is a former name.</summary>
    public static bool Contains(string key) => PresentNames.ContainsKey(key);

    /// <summary>Returns the present name of a key, which may be the key itself.</summary>
    public static string PresentName(string key) => PresentNames.GetValueOrDefault(key, key);

    /// <summary>Returns the members of a settings file, those with former names first: where a file has both, the present name wins.</summary>
    public static IEnumerable<JsonProperty> First(IEnumerable<JsonProperty> members) => members.OrderBy(member => !Contains(member.Name));

    /// <summary>Returns the present name of a key in a file.</summary>
    /// <param name="key">The key, under its present or its former name.</param>
    /// <param name="file">The path of the file as shown.</param>
    /// <param name="warnings">Receives a warning about a former name.</param>
    public static string PresentName(string key, string file, ICollection<string> warnings)
    {
        if (Contains(key))
            warnings.Add($"{file}: the setting \"{key}\" is now called \"{PresentName(key)}\"; it is still read, rename it.");
        return PresentName(key);
    }
}
