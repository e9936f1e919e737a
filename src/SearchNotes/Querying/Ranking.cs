namespace SearchNotes.Querying;

/// <summary>Constants of ranking. They are not settings: each has a reason, and is measured in <c>docs/ranking.md</c>.</summary>
internal static class Ranking
{
    /// <summary>BM25's k1: the higher, the more a repeated word counts. Above the usual 1.2, because the occurrences of a word are summed
    /// over all fields, weighted by field, before they are saturated.</summary>
    public const float K1 = 2.2f;

    /// <summary>Factor for another form of the typed word.</summary>
    public const float Form = 0.8f;

    /// <summary>Factor for a word that begins with the typed text.</summary>
    public const float Prefix = 0.6f;

    /// <summary>Factor for a word one or two edits away, before its similarity is applied.</summary>
    public const float Typo = 0.7f;

    /// <summary>Factor for the parts of an identifier that occurs nowhere as a whole.</summary>
    public const float Parts = 0.3f;

    /// <summary>Factor for the weight of stop words. They count in topics and phrases, but decide nothing else.</summary>
    public const float StopWord = 0.15f;

    /// <summary>Below this weight a stop word does not justify a passage. Stop words in more than about 5 % of the documents weigh
    /// less.</summary>
    public const float MaxStopWordWeight = 3f * StopWord;

    /// <summary>Minimum share of the query's weight that a hit must cover, once other documents cover all of it.</summary>
    public const float LeastCoverage = 0.3f;

    /// <summary>When the best hit covers less than this share of the query's weight, it is only a near match.</summary>
    public const float NearCoverage = 0.5f;

    /// <summary>Number of words up to which <see cref="NearCoverage"/> applies in full. A longer question may miss more words, because
    /// answers rarely use all words of a question.</summary>
    public const int NearWords = 5;

    /// <summary>Largest share by which adjacent query words can raise a score.</summary>
    public const float Proximity = 0.4f;

    /// <summary>Number of top hits that are ranked again by proximity.</summary>
    public const int ProximityDepth = 60;

    /// <summary>Minimum number of content words of a question. Questions are expanded by words from their best answers; a shorter query
    /// names a talk.</summary>
    public const int QuestionWords = 4;

    /// <summary>Factor for words in the topic when the query names a talk instead of asking a question. Queries of two or three words
    /// usually come from a title.</summary>
    public const float TopicOfName = 2f;

    /// <summary>Number of top answers used for feedback.</summary>
    public const int FeedbackTalks = 8;

    /// <summary>Maximum number of feedback words.</summary>
    public const int FeedbackTerms = 30;

    /// <summary>Minimum number of top answers that must hold a feedback word. A word of one answer alone is often off topic.</summary>
    public const int FeedbackHolders = 2;

    /// <summary>Total weight of the feedback words, relative to the weight of the question.</summary>
    public const float FeedbackShare = 0.3f;

    /// <summary>A word in more than this share of the documents is never treated as a typo.</summary>
    public const float RareShare = 0.001f;

    /// <summary>An unfinished stop word of any language in less than this share of the documents is completed like an ordinary
    /// word.</summary>
    public const float CommonShare = 0.05f;

    /// <summary>A word that occurs in the index may be a typo of a word that occurs in this many times more talks.</summary>
    public const int FarMoreFrequent = 5;

    /// <summary>A correction farther away than the nearest one is kept only when it occurs in this many times more talks.</summary>
    public const int OutweighsDistance = 20;

    /// <summary>Maximum number of words that a prefix expands to.</summary>
    public const int MaxPrefixTerms = 50;

    /// <summary>Maximum number of words that a typo expands to.</summary>
    public const int MaxTypoTerms = 3;

    /// <summary>Factor for documents of kind post. Text outside talks is rarely what a reader looks for.</summary>
    public const float PostFactor = 0.87f;
}
