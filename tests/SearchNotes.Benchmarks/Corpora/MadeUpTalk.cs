namespace SearchNotes.Benchmarks.Corpora;

/// <summary>A made-up talk.</summary>
/// <param name="Id">Its number among all talks, as <c>t00042</c>.</param>
/// <param name="Title">The topic.</param>
/// <param name="Speakers">One or two.</param>
/// <param name="Topics">The post's tags.</param>
/// <param name="Body">The notes in Markdown; empty for a talk that was only listed.</param>
/// <param name="Identifiers">Names that its code uses.</param>
internal sealed record MadeUpTalk(string Id, string Title, IReadOnlyList<string> Speakers, IReadOnlyList<string> Topics, string Body,
    IReadOnlyList<string> Identifiers);

/// <summary>A made-up post: a day at a conference.</summary>
/// <param name="File">Its file name.</param>
/// <param name="Event">The conference.</param>
/// <param name="Date">The day.</param>
/// <param name="Shape">How the headings of its talks read.</param>
/// <param name="Talks">The talks.</param>
internal sealed record MadeUpPost(string File, string Event, DateOnly Date, HeadingShape Shape, IReadOnlyList<MadeUpTalk> Talks);

/// <summary>How a blogger writes the heading of a talk.</summary>
internal enum HeadingShape
{
    /// <summary><c># Speaker on Topic</c>.</summary>
    On,

    /// <summary><c># Topic - Speaker</c>.</summary>
    Dash,

    /// <summary><c># Topic by Speaker</c>.</summary>
    By,
}
