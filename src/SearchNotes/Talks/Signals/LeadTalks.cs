using System.Text.RegularExpressions;
using SearchNotes.Talks.Blocks;

namespace SearchNotes.Talks.Signals;

/// <summary>Finds small talks that open a paragraph or a list item instead of having a heading.</summary>
internal sealed partial class LeadTalks
{
    private readonly Outline outline;

    private readonly List<Lead> leads;
    private readonly double eventScore;
    private readonly int first;
    private readonly int end;
    private readonly bool areLightning;

    private LeadTalks(Outline? outline, double eventScore, OutlineHeading? group = null)
    {
        this.eventScore = eventScore;
        this.outline = outline!; // Only None has no outline, and nothing is read from it.
        this.first = group is null ? 0 : group.BlockIndex + 1;
        this.end = group is not null ? outline!.OwnEnd(group) : outline?.Blocks.Count ?? 0; // A group is a heading of an outline.
        this.areLightning = group is not null && Kinds.OfHeading(group.Text) == TalkKind.LightningTalk;
        this.leads = outline is null ? [] : [.. Units()];
    }

    /// <summary>No small talks.</summary>
    internal static LeadTalks None { get; } = new(null, 0);

    /// <summary>How much speaks for it.</summary>
    internal double Evidence { get; private set; }

    /// <summary>How many paragraphs and items name a speaker, talks or not.</summary>
    internal int Count => this.leads.Count(l => l.Reading.Weight > Weights.BareLead);

    /// <summary>The talks found, in order.</summary>
    internal IReadOnlyList<TalkStart> Talks { get; private set; } = [];

    private readonly record struct Lead(int BlockIndex, LeadReading Reading);

    /// <summary>Reads the paragraphs and list items of a post.</summary>
    internal static LeadTalks Read(Outline outline, double eventScore)
    {
        var talks = new LeadTalks(outline, eventScore);
        if (talks.leads.Count > Weights.MostHeadings)
            return None;
        if (talks.NameTheirHeadings())
            return talks;
        var units = talks.leads.GroupBy(u => outline.Blocks[u.BlockIndex].ListDepth).ToList();
        foreach (var group in units)
            talks.Consider([.. group], isList: group.Key > 0);
        return talks;
    }

    /// <summary>The talks that are items or paragraphs below a heading such as "Lightning talks" or "First day".</summary>
    internal static IEnumerable<TalkStart> BelowGroups(Outline outline, HeadingTalks headings, double eventScore)
    {
        foreach (var group in headings.Candidates.Where(c => c.Role == HeadingRole.Group && !headings.IsInsideTalk(c.Heading)))
        {
            var talks = new LeadTalks(outline, eventScore, group.Heading);
            if (Kinds.OfHeading(group.Heading.Text) == TalkKind.LightningTalk)
                talks.Consider([.. talks.leads.Where(l => outline.Blocks[l.BlockIndex].ListDepth == 1)], isList: true);
            else
                talks.Consider([.. talks.leads.Where(l => outline.Blocks[l.BlockIndex].IsTopLevel)], isList: false);
            foreach (var talk in talks.Talks)
                yield return talk;
        }
    }

    // A lead right below a heading, and alone there, is that heading's speaker line.
    private bool NameTheirHeadings()
    {
        var below = this.leads.Count(l => l.BlockIndex > 0 && this.outline.Blocks[l.BlockIndex - 1].Kind == BlockKind.Heading && !HasNeighbour(l));
        return below > 0.5 * this.leads.Count;
    }

    private bool HasNeighbour(Lead lead)
    {
        foreach (var other in this.leads)
        {
            if (other.BlockIndex > lead.BlockIndex)
                return !Enumerable.Range(lead.BlockIndex, other.BlockIndex - lead.BlockIndex).Any(i => this.outline.Blocks[i].Kind == BlockKind.Heading);
        }

        return false;
    }

    private IEnumerable<Lead> Units()
    {
        for (var i = this.first; i < this.end; i++)
        {
            var block = this.outline.Blocks[i];
            if (block.Kind != BlockKind.Text || block.InQuote || block.IsRow || (block.ListDepth > 0 && !block.IsItem))
                continue;
            if ((LeadReading.Read(block, this.outline.Vocabulary) ?? OfFirstItem(i) ?? OfNested(i) ?? OfLightning(i)) is { } reading)
                yield return new Lead(i, reading);
        }
    }

    // "- MicroPython in hardware" with "    + Name ~ role" as its first item.
    private LeadReading? OfFirstItem(int index)
    {
        var block = this.outline.Blocks[index];
        var next = block.ListDepth > 0 && index + 1 < this.outline.Blocks.Count ? this.outline.Blocks[index + 1] : null;
        if (next is not { Kind: BlockKind.Text, IsItem: true } || next.ListDepth != block.ListDepth + 1 || block.Text.Length > 120)
            return null;
        var mark = SpeakerMark.Below([next], this.outline.Vocabulary);
        return mark is { Kind: >= MarkKind.Line, Likeness: >= Likeness.Good } ? new LeadReading(Topics.Clean(Topics.WithoutNumber(block.Text).Topic), mark.Names, Weights.MarkedLead, IsMarked: true) : null;
    }

    // "~ 15:15 How a book came about" over deeper items; in a file called "Lightning Talks" without a time as well.
    private LeadReading? OfNested(int index)
    {
        var block = this.outline.Blocks[index];
        var isOver = block.ListDepth > 0 && index + 1 < this.outline.Blocks.Count && this.outline.Blocks[index + 1].ListDepth > block.ListDepth;
        if (!isOver || block.Text.Length > 120)
            return null;
        var (prefix, title) = Topics.WithoutNumber(block.Text.TrimStart('~', ' '));
        var isTimed = prefix.AsSpan().IndexOfAny(':', 'h') > 0;
        var isTitled = this.outline.Headings.Count == 0 && block.ListDepth == 1 && HeadingRoles.OfText(this.outline.Post.Title) == HeadingRole.Group;
        return (isTimed || isTitled) && HeadingRoles.OfText(title) == HeadingRole.Open && HeadingWords.Count(title) >= 2
            ? new LeadReading(Topics.Clean(title), [], Weights.TitleLead, IsMarked: false)
            : null;
    }

    // "- Node.js with WebRTC" under "## LT", and below it who spoke and what was said.
    private LeadReading? OfLightning(int index)
    {
        var block = this.outline.Blocks[index];
        var isOver = block.ListDepth == 1 && index + 1 < this.end && this.outline.Blocks[index + 1].ListDepth > 1;
        if (!this.areLightning || !isOver || block.Text.Length > 120)
            return null;
        var names = NameRuns.In(this.outline.Blocks[index + 1], this.outline.Vocabulary).Where(run => run.Name.Likeness == Likeness.Sure).Select(run => run.Name).Take(1);
        return new LeadReading(Topics.Clean(Topics.WithoutNumber(block.Text).Topic), [.. names], Weights.SentenceLead, IsMarked: false);
    }

    private void Consider(List<Lead> leads, bool isList)
    {
        // A link to something with a name in capitals opens many a paragraph; beside plainer leads it is none.
        if (leads.Count(l => l.Reading.Weight > Weights.BareLead) >= 2)
            leads.RemoveAll(l => l.Reading.Weight <= Weights.BareLead);
        // "Slides: …", "录音: …" in every item: a label, no name.
        foreach (var label in leads.Where(l => l.Reading.Names.Count == 1).GroupBy(l => l.Reading.Names[0].Name, StringComparer.Ordinal).Where(g => g.Count() >= 3 && g.Count() >= 0.4 * leads.Count).ToList())
            leads.RemoveAll(label.Contains);
        var titled = leads.Where(IsBareTitle).ToList();
        if (titled.Count > 0 && (!IsAboutEvent() || eventScore < Weights.EventOfTitleLeads || leads.Count < Weights.LeastTitleLeads || titled.Average(l => HeadingWords.Count(l.Reading.Topic)) < Weights.WordsOfSection))
            leads.RemoveAll(IsBareTitle);
        var sum = leads.Sum(l => l.Reading.Weight);
        if (leads.Count < 2 || sum < Weights.LeadsCarry || sum <= Evidence)
            return;
        var units = this.outline.Blocks.Skip(this.first).Take(this.end - this.first).Count(b => isList ? b.IsItem && b.ListDepth == this.outline.Blocks[leads[0].BlockIndex].ListDepth : b.Kind == BlockKind.Text && b.IsTopLevel && !IsPicture(b));
        if (leads.Count < 0.2 * units)
            return;
        if (leads.Count(l => l.Reading is { IsMarked: false, Weight: >= Weights.SentenceLead }) < 0.8 * leads.Count && !HoldNotes(leads))
            return;
        Evidence = sum * Math.Min(1, 0.5 + (double)leads.Count / units);
        Talks = Make(leads, isList);
    }

    // A manual for taking notes of talks has bold items as well, and a folder that is called so; but it does not begin with a talk.
    private bool IsAboutEvent()
    {
        var post = this.outline.Post;
        return post.TitleIsFromFileName || EventPost.HasEventWord(post.Title) || HeadingRoles.OfText(post.Title) == HeadingRole.Group || post.FrontMatter.Tags.Any(EventPost.HasEventWord)
            || this.outline.Opening.Any(b => Words.TalkWords.IsIn(b.Text));
    }

    private static bool IsBareTitle(Lead lead) => lead.Reading is { Names.Count: 0, IsMarked: true } || lead.Reading is { Names.Count: 0, Weight: Weights.TitleLead };

    private static bool IsPicture(Block block) => block.Spans.Any(s => s.Kind == SpanKind.Image && s.Length >= block.Text.TrimEnd().Length - 1);

    // A programme lists titles and speakers, and no sentences; notes say more than that.
    private bool HoldNotes(List<Lead> leads)
    {
        var withNotes = 0;
        for (var i = 0; i < leads.Count; i++)
        {
            var end = End(leads[i].BlockIndex, i + 1 < leads.Count ? leads[i + 1].BlockIndex : this.end);
            var words = 0;
            for (var b = leads[i].BlockIndex; b < end; b++)
                words += this.outline.Blocks[b].Kind == BlockKind.Text ? HeadingWords.Count(leads[i].Reading.Names.Count > 0 ? Brackets.Replace(this.outline.Blocks[b].Text, "") : this.outline.Blocks[b].Text) : 0;
            words -= HeadingWords.Count(leads[i].Reading.Topic) + leads[i].Reading.Names.Sum(n => HeadingWords.Count(n.Name));
            withNotes += words >= Weights.NoteWords ? 1 : 0;
        }

        return withNotes >= 0.4 * leads.Count;
    }

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets { get; }

    private List<TalkStart> Make(List<Lead> leads, bool isList)
    {
        var ends = leads.Select((l, i) => End(l.BlockIndex, i + 1 < leads.Count ? leads[i + 1].BlockIndex : this.end)).ToList();
        // Where all others are a paragraph each, the last one is as well, and what follows tells of the day.
        var areSingle = !isList && leads.SkipLast(1).Select((l, i) => ends[i] == l.BlockIndex + 1).All(single => single);
        return [.. leads.Select((lead, i) =>
        {
            var last = areSingle ? lead.BlockIndex + 1 : ends[i];
            return new TalkStart
            {
                FirstLine = this.outline.Blocks[lead.BlockIndex].FirstLine,
                LastLine = LastLine(last),
                Topic = lead.Reading.Topic.Length > 0 ? lead.Reading.Topic : string.Join(", ", lead.Reading.Names.Select(n => n.Name)),
                Names = lead.Reading.Names,
                Why = isList ? $"list item names topic and speaker, like {leads.Count - 1} others" : $"paragraph opens with its speaker, like {leads.Count - 1} others",
                Confidence = Math.Round(Math.Min(0.9, 0.4 + (0.1 * leads.Count)), 2),
            };
        })];
    }

    private int LastLine(int blockEnd) => this.outline.Blocks[blockEnd - 1].LastLine;

    // A talk reaches to the next lead, a heading, or the end of its list.
    private int End(int index, int next)
    {
        var depth = this.outline.Blocks[index].ListDepth;
        var end = index + 1;
        while (end < next)
        {
            var block = this.outline.Blocks[end];
            if ((block.Kind == BlockKind.Heading && block.IsTopLevel) || block.Kind == BlockKind.Rule || block.ListDepth < depth || (depth > 0 && block.IsItem && block.ListDepth <= depth))
                break;
            end++;
        }

        return end;
    }
}
