namespace SearchNotes.Posts.Languages;

/// <summary>Detects languages that have their own script.</summary>
internal static class Script
{
    // Notes about software are full of English names, so a script need not have the majority.
    private const double MinShare = 0.1;

    /// <summary>Returns the language of the text's script, or <see langword="null"/> if several languages share the script.</summary>
    internal static string? Of(ReadOnlySpan<char> text)
    {
        int letters = 0, kana = 0, hangul = 0, han = 0, greek = 0, hebrew = 0, thai = 0, devanagari = 0, armenian = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            switch (c)
            {
                case < 'Ͱ':
                    break;
                case <= 'Ͽ':
                    greek++;
                    break;
                case >= 'Ա' and <= 'և':
                    armenian++;
                    break;
                case >= 'א' and <= 'ת':
                    hebrew++;
                    break;
                case >= 'ऄ' and <= 'ॿ':
                    devanagari++;
                    break;
                case >= 'ก' and <= '๛':
                    thai++;
                    break;
                case >= 'ぁ' and <= 'ヿ':
                    kana++;
                    break;
                case >= '一' and <= '鿿' or >= '㐀' and <= '䶿':
                    han++;
                    break;
                case >= '가' and <= '힣':
                    hangul++;
                    break;
                default:
                    break;
            }
        }

        var enough = Math.Max(1, letters * MinShare);
        return hangul >= enough ? "ko"
            : kana + han >= enough ? (kana * 10 >= han ? "ja" : "zh")
            : greek >= enough ? "el"
            : hebrew >= enough ? "he"
            : thai >= enough ? "th"
            : devanagari >= enough ? "hi"
            : armenian >= enough ? "hy"
            : null;
    }
}
