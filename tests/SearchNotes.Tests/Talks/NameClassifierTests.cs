using SearchNotes.Talks.Readings;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class NameClassifierTests
{
    [Theory]
    [InlineData("Russell Keith-Magee", NameConfidence.Strong)]
    [InlineData("Eric de Castro Lopo", NameConfidence.Strong)]
    [InlineData("Sean J Taylor", NameConfidence.Strong)]
    [InlineData("Hubert SABLONNIÈRE", NameConfidence.Strong)]
    [InlineData("@t_wada", NameConfidence.Certain)]
    [InlineData("Tim", NameConfidence.Weak)]
    [InlineData("茅野壮介", NameConfidence.Weak)]
    [InlineData("峰岸はるか", NameConfidence.Weak)]
    [InlineData("自動化する", NameConfidence.None)]
    [InlineData("遅いテスト", NameConfidence.None)]
    [InlineData("Building Apps", NameConfidence.None)]
    [InlineData("HTML 5", NameConfidence.None)]
    [InlineData("Don't Do This", NameConfidence.None)]
    [InlineData("the cloud", NameConfidence.None)]
    internal void A_text_is_judged_by_its_shape(string text, NameConfidence expected) =>
        Assert.Equal(expected, NameClassifier.Classify(text, Vocabulary.Empty));
}
