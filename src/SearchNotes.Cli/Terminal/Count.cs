using System.Globalization;

namespace SearchNotes.Cli.Terminal;

/// <summary>Formats numbers in sentences.</summary>
internal static class Count
{
    /// <summary>Formats a number with thousands separators: <c>1,024</c>.</summary>
    public static string Of(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Formats a number with a noun: <c>1 post</c>, <c>2 posts</c>.</summary>
    public static string Of(long number, string thing) => $"{Of(number)} {thing}{(number == 1 ? "" : "s")}";
}
