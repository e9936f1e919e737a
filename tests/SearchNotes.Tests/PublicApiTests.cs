using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests;

/// <summary>What other assemblies can use of the engine. A change of the text is a change for all of them.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Of_the_engine() => Approved.Matches(PublicApi.Of(typeof(TalkSearcher).Assembly));
}
