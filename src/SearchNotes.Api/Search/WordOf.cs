namespace SearchNotes.Api.Search;

/// <summary>Marks a text member that is always one of a few words; the description of the service lists them.</summary>
internal abstract class WordOf : Attribute
{
    /// <summary>The words.</summary>
    public abstract IReadOnlyList<string> All { get; }
}

/// <summary>The words are those for the values of an enumeration.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordOf<TEnum> : WordOf
    where TEnum : struct, Enum
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> All => ApiNames.All<TEnum>();
}
