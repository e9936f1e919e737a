using System.Text;

namespace SearchNotes.Posts.Letters;

/// <summary>Romanises Japanese kana, using Hepburn without long vowels.</summary>
internal static class Kana
{
    // From U+3041 on. Small vowels are written as vowels. '+' is the small tsu, which doubles the next consonant.
    private static readonly string[] Hiragana =
        ("a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji + tsu zu te de to do "
        + "na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu ka ke").Split(' ');

    private const char LongVowel = 'ー';

    /// <summary>Whether a character is kana, or a long-vowel or voicing mark.</summary>
    internal static bool Is(char c) => c is >= 'ぁ' and <= 'ゖ' or >= 'ァ' and <= 'ヶ' or LongVowel or '\u3099' or '\u309A';

    /// <summary>Romanises a run of kana: アウトラインメモ → autorainmemo, きょう → kyou.</summary>
    internal static string Romanise(ReadOnlySpan<char> run)
    {
        var letters = new StringBuilder();
        var doubled = false;
        for (var i = 0; i < run.Length; i++)
        {
            if (run[i] is LongVowel or '\u3099' or '\u309A')
                continue;

            var sound = Hiragana[IndexOf(run, i)];
            if (sound == "+")
            {
                doubled = true;
                continue;
            }

            if (IsSmallY(run[i]) && letters.Length > 1 && letters[^1] == 'i')
                sound = JoinY(letters, sound);
            if (doubled)
                letters.Append(sound[0]);
            letters.Append(sound);
            doubled = false;
        }

        return letters.ToString();
    }

    private static int IndexOf(ReadOnlySpan<char> run, int at)
    {
        var index = run[at] - (run[at] >= 'ァ' ? 'ァ' : 'ぁ');

        // macOS file names contain が as か followed by a combining mark.
        var mark = at + 1 < run.Length ? run[at + 1] : '\0';
        return mark is '\u3099' or '\u309A' && index + 2 < Hiragana.Length ? index + (mark - '\u3098') : index;
    }

    private static bool IsSmallY(char c) => c is 'ゃ' or 'ゅ' or 'ょ' or 'ャ' or 'ュ' or 'ョ';

    private static string JoinY(StringBuilder letters, string sound)
    {
        letters.Length--;
        return letters[^1] is 'h' or 'j' ? sound[1..] : sound;
    }
}
