using SearchNotes.Talks.Readings;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class PersonTestTests
{
    [Theory]
    [InlineData("Russell Keith-Magee", Likeness.Good)]
    [InlineData("Eric de Castro Lopo", Likeness.Good)]
    [InlineData("Sean J Taylor", Likeness.Good)]
    [InlineData("Hubert SABLONNIÈRE", Likeness.Good)]
    [InlineData("@t_wada", Likeness.Sure)]
    [InlineData("Tim", Likeness.Weak)]
    [InlineData("茅野壮介", Likeness.Weak)]
    [InlineData("峰岸はるか", Likeness.Weak)]
    [InlineData("自動化する", Likeness.No)]
    [InlineData("遅いテスト", Likeness.No)]
    [InlineData("Building Apps", Likeness.No)]
    [InlineData("HTML 5", Likeness.No)]
    [InlineData("Don't Do This", Likeness.No)]
    [InlineData("the cloud", Likeness.No)]
    internal void A_text_is_judged_by_its_shape(string text, Likeness expected) =>
        Assert.Equal(expected, PersonTest.Judge(text, Vocabulary.Empty));
}
