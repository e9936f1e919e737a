namespace SearchNotes.Querying;

/// <summary>Constants of ranking, next to <see cref="TextField"/> and <see cref="MatchTier"/>. They are not settings: each has a reason,
/// and is measured in <c>docs/ranking.md</c>.</summary>
internal static class Ranking
{
    /// <summary>BM25's k1: the higher, the more a repeated word counts. 1.2 to 3. Above the usual 1.2, because the occurrences of a word
    /// are summed over all fields, weighted by field, before they are saturated.</summary>
    public const float K1 = 2.2f;

    /// <summary>Weight of an occurrence of another form of the typed word, of its joined or split spelling (workflow, work flow) or of its
    /// synonym, 0 to 1. Higher values find more, and rank the typed form less far ahead.</summary>
    public const float Form = 0.8f;

    /// <summary>Number of talks with the word as typed that rank above all prefix matches, typos and other expansions. 1 to 10; the more,
    /// the sooner a talk leaves the first page while its word is typed.</summary>
    public const int TalksAboveExpansions = 3;

    /// <summary>Best score of an expansion, as a share of the score of the last of these talks. 0.5 to 1.</summary>
    public const float ExpansionCap = 0.95f;

    /// <summary>Factor for the weight of stop words, 0 to 1. They count in topics and phrases, but decide nothing else.</summary>
    public const float StopWord = 0.15f;

    /// <summary>Below this weight a stop word does not justify a passage. Stop words in more than about 5 % of the documents weigh
    /// less.</summary>
    public const float MaxStopWordWeight = 3f * StopWord;

    /// <summary>Share of the score that depends on the covered share of the query's weight, 0 to 1. The higher, the farther a hit with all
    /// words ranks ahead of a hit with some of them.</summary>
    public const float CoverageShare = 0.8f;

    /// <summary>The same for questions, whose answers rarely use all words.</summary>
    public const float CoverageShareOfQuestion = 0.3f;

    /// <summary>Minimum share of a word's weight that a match must cover for the talk to count as containing the word. 0.3 to 1.</summary>
    public const float HoldingCoverage = 0.5f;

    /// <summary>Minimum support of the hits of a query: the share of the query's weight that they cover plus the share of the highest
    /// possible score that the best hit reaches, 0 to 2. With less support, the hits count as near matches. 0.2 to 0.6; a higher value
    /// reports near matches more often, rightly or wrongly.</summary>
    public const float MinSupport = 0.34f;

    /// <summary>Minimum support when all of <see cref="ScatteredWords"/> content words occur in the notes, but no two of them together in
    /// any of the best hits. The minimum is lower for more words. 0.34 to 1.</summary>
    public const float MinSupportOfScattered = 0.72f;

    /// <summary>Minimum number of content words of which two must stand together. Of two words, few notes have both side by side.</summary>
    public const int ScatteredWords = 3;

    /// <summary>Support that hits lose when none of the content words occurs, and a share of it when some do not. 0 to 1.</summary>
    public const float AbsentPenalty = 0.4f;

    /// <summary>Number of content words up to which <see cref="MinSupport"/> applies in full. A longer question may miss more words,
    /// because answers rarely use all words of a question.</summary>
    public const int NearWords = 5;

    /// <summary>Largest share by which adjacent query words can raise a score, 0 to 1.</summary>
    public const float Proximity = 0.4f;

    /// <summary>Number of top hits that are ranked again by proximity.</summary>
    public const int ProximityDepth = 60;

    /// <summary>Maximum distance, in positions, at which two words count as close.</summary>
    public const int ProximityDistance = 8;

    /// <summary>Minimum number of content words of a question. Questions are expanded by words from their best answers; a shorter query
    /// names a talk.</summary>
    public const int QuestionWords = 4;

    /// <summary>Number of top answers used for feedback.</summary>
    public const int FeedbackTalks = 8;

    /// <summary>Maximum number of feedback words.</summary>
    public const int FeedbackTerms = 30;

    /// <summary>Minimum number of top answers that must contain a feedback word. A word of one answer alone is often off topic.</summary>
    public const int FeedbackHolders = 2;

    /// <summary>Total weight of the feedback words, relative to the weight of the question. 0 to 1.</summary>
    public const float FeedbackShare = 0.3f;

    /// <summary>A word in more than this share of the documents is never treated as a typo.</summary>
    public const float RareShare = 0.001f;

    /// <summary>Derived words are searched for when the word and its forms occur in at most this share of the documents.</summary>
    public const float DerivedShare = 0.02f;

    /// <summary>In a small blog, derived words are searched for when the word and its forms occur in at most this many documents.</summary>
    public const int DerivedDocuments = 2;

    /// <summary>Returns the number of documents up to which derived words are searched for.</summary>
    /// <param name="documents">Number of documents in the index.</param>
    public static float MaxDerived(int documents) => Math.Max(DerivedDocuments, DerivedShare * documents);

    /// <summary>A word that occurs in the index may be a typo of a word that occurs in this many times more talks.</summary>
    public const int FarMoreFrequent = 5;

    /// <summary>Maximum number of words that a prefix expands to.</summary>
    public const int MaxPrefixTerms = 50;

    /// <summary>Maximum number of words that a typo expands to.</summary>
    public const int MaxTypoTerms = 3;

    /// <summary>Maximum number of words that contain or resemble a word that occurs nowhere.</summary>
    public const int MaxInnerTerms = 10;

    /// <summary>Minimum length of a word that is looked for inside other words, in characters.</summary>
    public const int MinInnerCharacters = 5;

    /// <summary>Minimum share of groups of three letters that two similar words have in common, 0 to 1.</summary>
    public const float MinSimilarity = 0.5f;

    /// <summary>Factor for posts without talks, 0.7 to 1. Readers of notes rarely look for them.</summary>
    public const float PostFactor = 0.95f;

    /// <summary>Factor for the text of a post outside its talks, 0.7 to 1. Lower than <see cref="PostFactor"/>, because the post's title
    /// names the event, so that this text would rank above the talks at that event.</summary>
    public const float RemainderFactor = 0.8f;
}
