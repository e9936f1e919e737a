using System.Globalization;

namespace SearchNotes.Cli.Terminal;

/// <summary>Numbers in sentences.</summary>
internal static class Count
{
    /// <summary>A number with its groups of three: <c>1,024</c>.</summary>
    public static string Of(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>So many things: <c>1 post</c>, <c>2 posts</c>.</summary>
    public static string Of(long number, string thing) => $"{Of(number)} {thing}{(number == 1 ? "" : "s")}";
}
