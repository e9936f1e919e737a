using SearchNotes.Talks.Model;
using Xunit;

namespace SearchNotes.Tests.Talks.Model;

public sealed class SplitModelTests
{
    [Fact]
    public void The_model_that_comes_with_the_program_fits_its_features() =>
        Assert.NotNull(SplitModel.Own);

    [Theory]
    [InlineData("searchnotes-splitter 0\n")]
    [InlineData("searchnotes-splitter 3\ntrees 1 Post 3 0\n")]
    public void A_model_of_another_version_or_of_other_features_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => SplitModel.Read(new StringReader(text)));

    [Fact]
    public void A_chance_rises_with_the_odds_and_stays_between_0_and_1()
    {
        var chances = new[] { -50.0, -1, 0, 1, 50 }.Select(SplitModel.Own.Numbers.Confidence).ToList();

        Assert.Equal(chances.Order(), chances);
        Assert.All(chances, chance => Assert.InRange(chance, 0, 1));
    }
}
