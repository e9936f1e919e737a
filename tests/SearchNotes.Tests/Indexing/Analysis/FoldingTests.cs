using SearchNotes.Indexing.Analysis;
using Xunit;

namespace SearchNotes.Tests.Indexing.Analysis;

public sealed class FoldingTests
{
    private static HashSet<string> Terms(string text)
    {
        var tokens = new List<Token>();
        new TextTokens().Read(text, isCode: false, [], tokens);
        return [.. tokens.Select(token => token.Term)];
    }

    [Theory]
    [InlineData("Всё ещё ёж", "все еще еж")]
    [InlineData("и\u0306од", "йод")]
    [InlineData("за\u0301мок", "замок")]
    [InlineData("ґанок", "ганок")]
    [InlineData("κείμενο ΟΔΟΣ", "κειμενο οδος")]
    [InlineData("λόγος", "λογοσ")]
    [InlineData("הַרְצָאָה סֵפֶר", "הרצאה ספר")]
    [InlineData("ספרים", "ספרימ")]
    [InlineData("צה\"ל האו״ם", "צהל האום")]
    [InlineData("الأخطاء فتى", "الاخطاء فتي")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("کتاب فارسی", "كتاب فارسي")]
    [InlineData("مدرسة", "مدرسه")]
    [InlineData("ﻻ", "لا")]
    [InlineData("हिन्दी", "हिंदी")]
    [InlineData("क़लम", "कलम")]
    [InlineData("চাঁদ", "চাংদ")]
    [InlineData("१२३ ٤٥٦ ۷۸۹ ๑๒", "123 456 789 12")]
    [InlineData("\u1112\u1167\u11BC\u1110\u1162\u1109\u1169", "형태소")]
    [InlineData("ｻｰﾊﾞｰ", "サーバー")]
    [InlineData("サーバー", "サーバ")]
    [InlineData("か\u3099", "が")]
    [InlineData("資料庫", "资料库")]
    [InlineData("\u05F0\u05E2\u05DC\u05D8 \u05F1 \u05F2 \uFB1F", "\u05D5\u05D5\u05E2\u05DC\u05D8 \u05D5\u05D9 \u05D9\u05D9")]
    [InlineData("ﬁle oﬃce", "file office")]
    [InlineData("hawaiʻi", "hawaii")]
    [InlineData("м’ята", "м'ята")]
    [InlineData("Əli", "eli")]
    [InlineData("①②", "12")]
    [InlineData("ＡＢＣ１２", "abc12")]
    [InlineData("Հայեր եւ", "հայեր և")]
    public void What_readers_take_for_the_same_is_the_same(string written, string typed) => Assert.Equal(Terms(written), Terms(typed));

    [Fact]
    public void A_word_of_signs_that_stand_for_phrases_is_cut() =>
        Assert.All(Terms(new string('ﷺ', 300) + " " + new string('㌫', 300)), term => Assert.InRange(term.Length, 1, 600));

    [Theory]
    [InlineData("йод", "иод")]
    [InlineData("コピー", "コピ")]
    [InlineData("が", "か")]
    [InlineData("กา", "กามา")]
    [InlineData("शर", "शीर")]
    [InlineData("ue", "u")]
    public void What_is_not_the_same_is_not(string written, string typed) => Assert.NotEqual(Terms(written), Terms(typed));

    [Theory]
    [InlineData("เขาพูดถึงฐานข้อมูลขนาดใหญ่และการทดสอบ", "ฐานข้อมูล")]
    [InlineData("ຂ້ອຍຮຽນພາສາລາວ", "ພາສາ")]
    [InlineData("ខ្ញុំរៀនភាសាខ្មែរ", "ភាសា")]
    [InlineData("ကျွန်တော်မြန်မာစာလေ့လာ", "မြန်မာ")]
    [InlineData("データベースの話", "データベース")]
    public void Scripts_without_spaces_are_found_by_their_words(string written, string typed) =>
        Assert.Subset(Terms(written), Terms(typed));
}
