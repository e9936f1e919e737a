using CsCheck;
using SearchNotes.Posts;
using Xunit;

namespace SearchNotes.Tests.Posts;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Don't Do This", "dont-do-this")]
    [InlineData("Océane Nuñez-Łoś", "oceane-nunez-los")]
    [InlineData("Oce\u0301ane", "oceane")]
    [InlineData("Größe  &  Maß!", "grosse-mass")]
    [InlineData("アウトラインメモ", "autorainmemo")]
    [InlineData("きょうのキャッシュ", "kyounokyasshu")]
    [InlineData("ガ\u30ABバ\u30CF\u309A", "gakabapa")]
    [InlineData("Юрий Гагарин", "yuriy-gagarin")]
    [InlineData("Ελλάδα", "ellada")]
    [InlineData("한국어 글", "hangukeo-geul")]
    [InlineData("ＡＢＣ１", "abc1")]
    [InlineData("...", "")]
    public void Texts_become_words_with_hyphens(string text, string slug) => Assert.Equal(slug, Slug.Make(text));

    [Fact]
    public void Letters_that_cannot_be_written_keep_two_texts_apart()
    {
        Assert.Matches("^2013-[a-z2-7]{6}$", Slug.Make("2013-测试"));
        Assert.NotEqual(Slug.Make("2013-测试"), Slug.Make("2013-会议"));
    }

    [Fact]
    public void A_slug_has_only_plain_letters_digits_and_single_hyphens() => Gen.String.Sample(text =>
    {
        Assert.Matches("^([a-z0-9]+(-[a-z0-9]+)*)?$", Slug.Make(text));
    });
}
