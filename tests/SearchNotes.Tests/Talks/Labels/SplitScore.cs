using System.Globalization;
using System.Text;
using SearchNotes.Talks;

namespace SearchNotes.Tests.Talks.Labels;

/// <summary>How well the splitter did on labelled posts. Counts are added up post by post.</summary>
public sealed record SplitScore(int Found, int Wrong, int Missed, int Topics, int Speakers, int Ends, int Talkless, int LeftAlone)
{
    public static SplitScore None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Precision and recall of the talks' beginnings in one figure, 0 to 1.</summary>
    public double F1 => 2.0 * Found / Math.Max(1, (2 * Found) + Wrong + Missed);

    public double TopicsRight => Share(Topics);

    public double SpeakersRight => Share(Speakers);

    public double EndsRight => Share(Ends);

    public static SplitScore operator +(SplitScore a, SplitScore b) => new(
        a.Found + b.Found, a.Wrong + b.Wrong, a.Missed + b.Missed, a.Topics + b.Topics, a.Speakers + b.Speakers, a.Ends + b.Ends,
        a.Talkless + b.Talkless, a.LeftAlone + b.LeftAlone);

    /// <summary>Scores the talks of a post against its labels.</summary>
    public static SplitScore Of(LabelledPost post, IReadOnlyList<Talk> talks)
    {
        if (post.Talks.Count == 0)
            return None with { Wrong = talks.Count, Talkless = 1, LeftAlone = talks.Count == 0 ? 1 : 0 };
        var pairs = Pairs(post.Talks, talks);
        var counted = pairs.Where(pair => !pair.Label.Optional).ToList();
        return None with
        {
            Found = counted.Count,
            Wrong = talks.Count - pairs.Count,
            Missed = post.Talks.Count(label => !label.Optional) - counted.Count,
            Topics = counted.Count(pair => pair.Label.AltTitles.Append(pair.Label.Title)
                .Any(title => Normal(title) == Normal(pair.Talk.Topic))),
            Speakers = counted.Count(pair => AreSame(pair.Label.Speakers, pair.Talk.Speakers)),
            Ends = counted.Count(pair => Math.Abs(pair.Label.EndLine - pair.Talk.LastLine) <= 3),
        };
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"F1 {F1:0.000} (found {Found}, wrong {Wrong}, missed {Missed})  topic {TopicsRight:0.000}  all speakers {SpeakersRight:0.000}  end within 3 lines {EndsRight:0.000}  talkless {LeftAlone} of {Talkless}");

    private double Share(int right) => right / (double)Math.Max(1, Found);

    // The nearest beginning within two lines; a talk without a heading may begin anywhere in its lines.
    private static List<(LabelledTalk Label, Talk Talk)> Pairs(IReadOnlyList<LabelledTalk> labels, IReadOnlyList<Talk> talks)
    {
        var pairs = new List<(LabelledTalk Label, Talk Talk)>();
        for (var tolerance = 0; tolerance <= 2; tolerance++)
            Pair(label => true, (label, talk) => Math.Abs(talk.FirstLine - label.Line) <= tolerance);
        Pair(label => !label.Form.StartsWith("heading", StringComparison.Ordinal), (label, talk) => talk.FirstLine <= label.EndLine
            && (label.Form == "whole-post" || talk.FirstLine >= label.Line));
        return pairs;

        void Pair(Func<LabelledTalk, bool> takes, Func<LabelledTalk, Talk, bool> fits)
        {
            foreach (var label in labels.Where(label => takes(label) && !pairs.Any(pair => pair.Label == label)))
            {
                if (talks.FirstOrDefault(talk => fits(label, talk) && !pairs.Any(pair => pair.Talk == talk)) is { } talk)
                    pairs.Add((label, talk));
            }
        }
    }

    private static bool AreSame(IReadOnlyList<string> labels, IReadOnlyList<Speaker> speakers)
    {
        var left = speakers.Select(speaker => speaker.Written ?? speaker.Name).ToList();
        return labels.All(label => left.Find(name => IsSame(label, name)) is { } found && left.Remove(found)) && left.Count == 0;
    }

    // A single name counts for the whole one: posts often give only that.
    private static bool IsSame(string one, string other)
    {
        var (a, b) = (Normal(one).Split(' '), Normal(other).Split(' '));
        return a.SequenceEqual(b) || (a.Length == 1 && b.Contains(a[0])) || (b.Length == 1 && a.Contains(b[0]));
    }

    private static string Normal(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant()
            .Select(c => char.IsLetterOrDigit(c) || c == '_' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? c : ' ');
        return string.Join(' ', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
