namespace SearchNotes.Talks.Readings;

/// <summary>Chinese words as Taiwan and Hong Kong write them: the lists hold the short forms, as the mainland does.</summary>
internal static class Han
{
    // The letters of our lists that differ, and only those; https://www.unicode.org/charts/unihan.html has both forms of each.
    private const string Short = "专业东书读为于会传体关内写创动参发后听员图圆场宾师带开当录总报时来构样环电监种笔简经结绍给节获见览视议记讲访话语谈谢题资质负责还这连链问闪间项预频验点热";
    private const string Long = "專業東書讀為於會傳體關內寫創動參發後聽員圖圓場賓師帶開當錄總報時來構樣環電監種筆簡經結紹給節獲見覽視議記講訪話語談謝題資質負責還這連鏈問閃間項預頻驗點熱";

    /// <summary>The words in their order, each with its long form behind it where it has one.</summary>
    internal static string[] BothForms(params string[] words) =>
        [.. words.SelectMany(word => (string[])[word, LongForm(word)]).Distinct(StringComparer.Ordinal)];

    private static string LongForm(string word) =>
        string.Create(word.Length, word, (letters, source) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = Short.IndexOf(source[i], StringComparison.Ordinal) is >= 0 and var at ? Long[at] : source[i];
        });
}
