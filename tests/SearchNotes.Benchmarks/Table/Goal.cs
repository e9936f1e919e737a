using System.Globalization;

namespace SearchNotes.Benchmarks.Table;

/// <summary>What a row of the table has to come to.</summary>
/// <param name="Limit">The number.</param>
/// <param name="IsLeast">Whether it is the least allowed, not the most.</param>
/// <param name="IsRatio">Whether it is compared with ours divided by the peer's, not with ours.</param>
internal sealed record Goal(double Limit, bool IsLeast, bool IsRatio)
{
    /// <summary>Ours is at most so many times the peer's.</summary>
    public static Goal TimesAtMost(double ratio) => new(ratio, IsLeast: false, IsRatio: true);

    /// <summary>Ours is at least so many times the peer's.</summary>
    public static Goal TimesAtLeast(double ratio) => new(ratio, IsLeast: true, IsRatio: true);

    /// <summary>Ours is at most so much.</summary>
    public static Goal AtMost(double value) => new(value, IsLeast: false, IsRatio: false);

    /// <summary>Ours is at least so much.</summary>
    public static Goal AtLeast(double value) => new(value, IsLeast: true, IsRatio: false);

    /// <summary>Whether it is reached; <see langword="null"/> when there is nothing to compare.</summary>
    public bool? IsReached(double ours, double? ratio)
    {
        if ((IsRatio ? ratio : ours) is not { } value)
            return null;
        return IsLeast ? value >= Limit : value <= Limit;
    }

    /// <summary>As the table shows it.</summary>
    public string Text(Unit unit) =>
        (IsLeast ? "≥ " : "≤ ") + (IsRatio ? Limit.ToString("0.###", CultureInfo.InvariantCulture) + " ×" : unit.Text(Limit));
}

/// <summary>How a number is written.</summary>
/// <param name="Name">The unit; empty for a share.</param>
/// <param name="Format">The number's format.</param>
internal sealed record Unit(string Name, string Format)
{
    public static readonly Unit Seconds = new("s", "0.000");
    public static readonly Unit Milliseconds = new("ms", "0.00");
    public static readonly Unit PerSecond = new("/s", "#,0");
    public static readonly Unit Mebibytes = new("MiB", "#,0");
    public static readonly Unit Kibibytes = new("KB", "0.0");
    public static readonly Unit Share = new("", "0.000");

    /// <summary>A number with its unit.</summary>
    public string Text(double value) => (value.ToString(Format, CultureInfo.InvariantCulture) + " " + Name).TrimEnd();

    /// <summary>A median with its range.</summary>
    public string Text(Figure figure) => figure.Min < figure.Max
        ? $"{Text(figure.Median)} ({Number(figure.Min)}..{Number(figure.Max)})" : Text(figure.Median);

    private string Number(double value) => value.ToString(Format, CultureInfo.InvariantCulture);
}
