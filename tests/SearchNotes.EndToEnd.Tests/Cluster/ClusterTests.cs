using Xunit;

namespace SearchNotes.Tests.Cluster;

/// <summary>Says once for all tests with a cluster that there is none. With <c>SEARCHNOTES_REQUIRE_OPENSEARCH=1</c> that is a
/// failure.</summary>
public sealed class ClusterTests
{
    [Fact]
    public void Tests_with_a_cluster()
    {
        if (TestCluster.Missing is not { } missing)
            return;
        Assert.False(Environment.GetEnvironmentVariable("SEARCHNOTES_REQUIRE_OPENSEARCH") == "1", missing);
        Assert.Skip($"All tests with a cluster were skipped. {missing}");
    }
}
