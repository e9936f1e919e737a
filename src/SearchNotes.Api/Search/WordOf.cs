namespace SearchNotes.Api.Search;

/// <summary>Marks a text member that is always one of a few words; the OpenAPI document lists them.</summary>
internal abstract class WordOf : Attribute
{
    /// <summary>The valid words.</summary>
    public abstract IReadOnlyList<string> All { get; }
}

/// <summary>Marks a text member that is the name of an enumeration's value.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordOf<TEnum> : WordOf
    where TEnum : struct, Enum
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> All => ApiNames.All<TEnum>();
}
