using Xunit;

namespace SearchNotes.Semantic.Tests.NoOracle;

/// <summary>Stands for the tests in the folder Oracle where ONNX Runtime was not asked for.</summary>
public sealed class OracleTests
{
    [Fact]
    public void A_vector_is_that_of_the_oracle() =>
        Assert.Skip("Not compared with ONNX Runtime: run with -p:Semantic=true, which restores it and the model's package (240 MB).");
}
