using SearchNotes.Api.Pages;
using Xunit;

namespace SearchNotes.Tests.Api;

/// <summary>Texts of the pages that are not as they were written.</summary>
public sealed class LabelsTests
{
    [Theory]
    [InlineData("profiling Go services", "Profiling Go services")]
    [InlineData("éco-conception, encore", "Éco-conception, encore")]
    [InlineData("caching", "Caching")]
    [InlineData("iOS at scale", "iOS at scale")]
    [InlineData("node.js streams", "node.js streams")]
    [InlineData("k8s in anger", "k8s in anger")]
    [InlineData("__repr__ for beginners", "__repr__ for beginners")]
    [InlineData("テストの名前は仕様書", "テストの名前は仕様書")]
    [InlineData("", "")]
    public void A_title_begins_with_a_capital_unless_its_first_word_has_a_spelling_of_its_own(string topic, string shown) =>
        Assert.Equal(shown, Labels.Capitalized(topic));
}
