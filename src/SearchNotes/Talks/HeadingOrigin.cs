namespace SearchNotes.Talks;

/// <summary>Where a character of a heading comes from.</summary>
internal enum HeadingOrigin
{
    /// <summary>Running text, which typography and emphasis work on.</summary>
    Text,

    /// <summary>Code, or a character behind a backslash: stays as it is.</summary>
    Literal,

    /// <summary>The alternative text of an image.</summary>
    Image,

    /// <summary>An entity such as <c>&amp;#8211;</c>.</summary>
    Entity,
}
