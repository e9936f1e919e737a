using System.Text.Json;
using SearchNotes.OpenSearch.Reading;
using Xunit;

namespace SearchNotes.Tests.OpenSearch;

public sealed class AnswerReaderTests
{
    [Theory]
    [InlineData("false", 0, false)]
    [InlineData("true", 0, true)]
    [InlineData("false", 1, true)]
    public void An_answer_is_partial_when_a_shard_failed_or_took_too_long(string timedOut, int failed, bool isPartial)
    {
        using var answer = JsonDocument.Parse($"{{\"timed_out\":{timedOut},\"_shards\":{{\"total\":1,\"failed\":{failed}}}}}");

        Assert.Equal(isPartial, AnswerReader.IsPartial(answer.RootElement));
    }
}
