using System.Globalization;
using SearchNotes.Talks.Candidates;
using SearchNotes.Talks.Features;

namespace SearchNotes.Talks.Model;

/// <summary>What the model is asked.</summary>
internal enum Question
{
    /// <summary>Does the post hold talks?</summary>
    Post,

    /// <summary>Is it one talk?</summary>
    Whole,

    /// <summary>Does a heading name a talk?</summary>
    Heading,

    /// <summary>Does a paragraph or item begin one?</summary>
    Unit,
}

/// <summary>The learned model: word odds, and trees in two stages. The second stage hears what the first one thinks of a candidate's
/// siblings and rivals.</summary>
/// <remarks>Its file has <c>bias ODDS</c>, then lines of words with the same odds, <c>words PLACE ODDS WORDS…</c>, and for
/// each ensemble <c>trees STAGE QUESTION
/// FEATURES BIAS</c> with its trees below; <see cref="Trees.Add"/> says how a tree is written.</remarks>
internal sealed class SplitModel
{
    /// <summary>The first word of the file.</summary>
    internal const string Format = "searchnotes-splitter";

    /// <summary>The version of the file's form.</summary>
    internal const string Version = "3";

    private const int MostReasons = 8;
    private const double LeastContribution = 0.02;
    private static readonly Lazy<SplitModel> Loaded = new(LoadOwn);
    private StoredWordOdds odds = new(0);
    private readonly Trees[] first = new Trees[Enum.GetValues<Question>().Length];
    private readonly Trees[] second = new Trees[Enum.GetValues<Question>().Length];

    private SplitModel()
    {
    }

    /// <summary>The model that comes with the program.</summary>
    internal static SplitModel Own => Loaded.Value;

    /// <summary>The decoder's numbers.</summary>
    internal DecoderNumbers Numbers { get; private set; } = DecoderNumbers.Default;

    /// <summary>The names of the features that the trees of a question look at.</summary>
    internal static IReadOnlyList<string> Columns(int stage, Question question) => (stage, question) switch
    {
        (1, Question.Heading) => HeadingFeatures.Names,
        (1, Question.Unit) => UnitFeatures.Names,
        (1, _) => PostFeatures.Names,
        (_, Question.Heading) => SecondFeatures.OfHeading,
        (_, Question.Unit) => SecondFeatures.OfUnit,
        _ => SecondFeatures.OfPost,
    };

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">It is of another version, or does not fit the features.</exception>
    internal static SplitModel Read(TextReader reader)
    {
        if (reader.ReadLine() != $"{Format} {Version}")
            throw new InvalidDataException($"The model file is not of version {Version}.");
        var model = new SplitModel();
        Trees? trees = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("tree ", StringComparison.Ordinal))
                trees?.Add(line[5..]);
            else
                trees = model.ReadHead(line.Split(' ')) ?? trees;
        }

        return model;
    }

    private Trees? ReadHead(string[] parts)
    {
        if (parts[0] == "words")
        {
            foreach (var word in parts.AsSpan(3))
                odds.Add(Enum.Parse<WordPlace>(parts[1]), word, float.Parse(parts[2], CultureInfo.InvariantCulture));
            return null;
        }

        if (parts[0] == "bias")
        {
            odds = new StoredWordOdds(double.Parse(parts[1], CultureInfo.InvariantCulture));
            return null;
        }

        if (parts[0] == "decoder")
        {
            Numbers = DecoderNumbers.Of([.. parts.Skip(1).Select(p => double.Parse(p, CultureInfo.InvariantCulture))]);
            return null;
        }

        var stage = int.Parse(parts[1], CultureInfo.InvariantCulture);
        var question = Enum.Parse<Question>(parts[2]);
        if (int.Parse(parts[3], CultureInfo.InvariantCulture) != Columns(stage, question).Count)
            throw new InvalidDataException($"The model file was learned from other features: {question}, stage {stage}.");
        var trees = new Trees(double.Parse(parts[4], CultureInfo.InvariantCulture));
        (stage == 1 ? first : second)[(int)question] = trees;
        return trees;
    }

    private static SplitModel LoadOwn()
    {
        using var stream = typeof(SplitModel).Assembly.GetManifestResourceStream("splitter.model")
            ?? throw new InvalidDataException("The program was built without splitter.model.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <summary>What both stages think of a post.</summary>
    /// <param name="candidates">The post.</param>
    /// <param name="holdsTalks">Whether it is known to hold talks; of no other one that seems to hold none more is asked.</param>
    internal Judgement Judge(PostCandidates candidates, bool holdsTalks = false)
    {
        var view = new PostView(candidates, odds);
        var row = PostFeatures.Of(view);
        var post = first[(int)Question.Post].Score(row);
        if (!holdsTalks && post < Gate)
            return new Judgement(new FirstRows(row, [], []), Opinions.OfOrdinary(post), null, Opinions.OfOrdinary(post));
        var rows = FirstRows.Of(view, row);
        var opinions = FirstOpinions(rows, first);
        var features = new SecondFeatures(candidates, opinions);
        var seconds = new SecondRows(features.Post(), features.Headings(rows.Headings), features.Units(rows.Units));
        return new Judgement(rows, opinions, seconds, Together(opinions, SecondOpinions(seconds, second)));
    }

    /// <summary>Of a post with lower odds in the first stage nothing more is asked: it is an ordinary one.</summary>
    internal const double Gate = -2.5;

    /// <summary>What counts: the second stage's opinions, and of the post what both think.</summary>
    internal static Opinions Together(Opinions first, Opinions second) => second with { Post = (first.Post + second.Post) / 2 };

    /// <summary>What moved the answer to a question most, the strongest first.</summary>
    /// <param name="judgement">What was thought of the post.</param>
    /// <param name="question">The question.</param>
    /// <param name="index">Index of the heading or unit; 0 for the post.</param>
    internal IReadOnlyList<SplitReason> Explain(Judgement judgement, Question question, int index)
    {
        if (judgement.SecondRows is null)
            return Strongest(Reasons(1, question, judgement.FirstRows.Post, first[(int)question].Contributions(judgement.FirstRows.Post)));
        var (row, secondRow) = question switch
        {
            Question.Heading => (judgement.FirstRows.Headings[index], judgement.SecondRows.Headings[index]),
            Question.Unit => (judgement.FirstRows.Units[index], judgement.SecondRows.Units[index]),
            _ => (judgement.FirstRows.Post, judgement.SecondRows.Post),
        };
        var ofSecond = second[(int)question].Contributions(secondRow);
        var ofFirst = first[(int)question].Contributions(row);
        // What the second stage owes to the first one's opinion is divided among what made that opinion.
        var own = question == Question.Whole ? 1 : 0;
        var sum = ofFirst.Sum();
        var isPost = question == Question.Post;
        var half = isPost ? 0.5 : 1;
        var scale = (Math.Abs(sum) < 1e-6 ? 0 : half * ofSecond[own] / sum) + (isPost ? half : 0);
        ofSecond[own] = 0;
        return Strongest(Reasons(1, question, row, Array.ConvertAll(ofFirst, c => c * scale))
            .Concat(Reasons(2, question, secondRow, Array.ConvertAll(ofSecond, c => c * half))));
    }

    private static IEnumerable<SplitReason> Reasons(int stage, Question question, float[] row, double[] contributions) =>
        Columns(stage, question).Select((name, i) => new SplitReason(name, row[i], contributions[i]));

    private static IReadOnlyList<SplitReason> Strongest(IEnumerable<SplitReason> reasons) =>
        [.. reasons.Where(r => Math.Abs(r.Contribution) >= LeastContribution && !double.IsNaN(r.Value))
            .OrderByDescending(r => Math.Abs(r.Contribution)).Take(MostReasons)];

    /// <summary>The opinions of a first stage.</summary>
    internal static Opinions FirstOpinions(FirstRows rows, IReadOnlyList<Trees> trees) => new(
        trees[(int)Question.Post].Score(rows.Post),
        trees[(int)Question.Whole].Score(rows.Post),
        [.. rows.Headings.Select(trees[(int)Question.Heading].Score)],
        [.. rows.Units.Select(trees[(int)Question.Unit].Score)]);

    /// <summary>The opinions of a second stage.</summary>
    internal static Opinions SecondOpinions(SecondRows rows, IReadOnlyList<Trees> trees) => new(
        trees[(int)Question.Post].Score(rows.Post),
        trees[(int)Question.Whole].Score(rows.Post),
        [.. rows.Headings.Select(trees[(int)Question.Heading].Score)],
        [.. rows.Units.Select(trees[(int)Question.Unit].Score)]);
}

/// <summary>The features of the first stage.</summary>
/// <param name="Post">The post's.</param>
/// <param name="Headings">The headings'.</param>
/// <param name="Units">The units'.</param>
internal sealed record FirstRows(float[] Post, float[][] Headings, float[][] Units)
{
    /// <summary>Reads them.</summary>
    internal static FirstRows Of(PostView post, float[] ofPost) =>
        new(ofPost, HeadingFeatures.Of(post, ofPost), UnitFeatures.Of(post, ofPost));
}

/// <summary>The features of the second stage.</summary>
/// <param name="Post">The post's.</param>
/// <param name="Headings">The headings'.</param>
/// <param name="Units">The units'.</param>
internal sealed record SecondRows(float[] Post, float[][] Headings, float[][] Units);

/// <summary>What the model thinks of a post, and what made it think so.</summary>
/// <param name="FirstRows">What the first stage looked at.</param>
/// <param name="First">What it thinks.</param>
/// <param name="SecondRows">What the second one looked at; <see langword="null"/> where it was not asked.</param>
/// <param name="Opinions">What it thinks, and what counts.</param>
internal sealed record Judgement(FirstRows FirstRows, Opinions First, SecondRows? SecondRows, Opinions Opinions);
