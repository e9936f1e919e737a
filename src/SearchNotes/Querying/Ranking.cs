namespace SearchNotes.Querying;

/// <summary>Every number that ranking depends on. They are no settings: each has a reason, and a measurement in
/// <c>docs/ranking.md</c>.</summary>
internal static class Ranking
{
    /// <summary>How fast repetition stops counting. Above BM25's usual 1.2, because a word's occurrences are added up over all
    /// fields, with topics counting several times, before they are saturated.</summary>
    public const float K1 = 2.2f;

    /// <summary>A word in another form than typed, against the word as typed.</summary>
    public const float Form = 0.8f;

    /// <summary>A word that only begins as typed.</summary>
    public const float Prefix = 0.6f;

    /// <summary>A word one or two letters away, before its similarity is counted in.</summary>
    public const float Typo = 0.7f;

    /// <summary>The parts of an identifier that stands nowhere as typed.</summary>
    public const float Parts = 0.3f;

    /// <summary>What the, of, how and their like weigh in a query: they count in topics and phrases, and decide nothing else.</summary>
    public const float StopWord = 0.15f;

    /// <summary>A stop word that weighs less, one in more than some 5 % of the documents, is no reason to show a passage.</summary>
    public const float MaxStopWordWeight = 3f * StopWord;

    /// <summary>Talks that hold less than this share of the words' weight are no hits, once others hold all.</summary>
    public const float LeastCoverage = 0.3f;

    /// <summary>A best hit below this share of the words' weight is only a near match.</summary>
    public const float NearCoverage = 0.5f;

    /// <summary>Up to so many words; a question of more may lack more of them, since nobody answers in its words.</summary>
    public const int NearWords = 5;

    /// <summary>How much words side by side can add to a score.</summary>
    public const float Proximity = 0.4f;

    /// <summary>How many of the best hits are looked at for words side by side.</summary>
    public const int ProximityDepth = 60;

    /// <summary>With so many telling words a query is a question, and is asked once more with words learnt from its best answers.
    /// A shorter one names a talk.</summary>
    public const int QuestionWords = 4;

    /// <summary>What a word in the topic counts for a query that names a talk, against the same in a question: whoever types two
    /// words has them from a title more often than not.</summary>
    public const float TopicOfName = 2f;

    /// <summary>How many of the best answers are learnt from.</summary>
    public const int FeedbackTalks = 8;

    /// <summary>How many words are learnt.</summary>
    public const int FeedbackTerms = 30;

    /// <summary>In how many of the best answers a word must stand to be learnt: what one answer says alone is its own matter.</summary>
    public const int FeedbackHolders = 2;

    /// <summary>What the learnt words weigh together, against the question's own.</summary>
    public const float FeedbackShare = 0.3f;

    /// <summary>Words in more documents than this share are never taken for typing errors.</summary>
    public const float RareShare = 0.001f;

    /// <summary>A stop word of any language that stands in fewer documents than this share is none in this corpus.</summary>
    public const float CommonShare = 0.05f;

    /// <summary>A word that stands somewhere may be a slip for one that stands in so many times more talks.</summary>
    public const int FarMoreFrequent = 5;

    /// <summary>A word farther from a typing error than another is taken for it as well when it stands in so many times more
    /// talks.</summary>
    public const int OutweighsDistance = 20;

    /// <summary>Most words that one prefix stands for.</summary>
    public const int MaxPrefixTerms = 50;

    /// <summary>Most words that one typing error stands for.</summary>
    public const int MaxTypoTerms = 3;

    /// <summary>Documents of kind post among talks: what is about no talk is rarely what a reader looks for.</summary>
    public const float PostFactor = 0.87f;
}
