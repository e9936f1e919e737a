using System.Globalization;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Talks;

namespace SearchNotes.Indexing;

/// <summary>The terms of a talk field by field, as they are indexed. Reuses its buffers and is not thread-safe.</summary>
internal sealed class TalkTerms
{
    private readonly TextTokens tokenizer = new();
    private readonly Dictionary<string, Stemmer> stemmers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldTokens> fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> wordsToStem = new(StringComparer.Ordinal);
    private readonly List<Token> tokens = [];
    private string language = Schema.NoLanguage;

    /// <summary>The text fields used so far, in a fixed order. A field may have no tokens in the current talk.</summary>
    public IReadOnlyCollection<FieldTokens> Fields => fields.Values;

    /// <summary>Languages of the code blocks, without duplicates.</summary>
    public IReadOnlyList<string> CodeLanguages { get; private set; } = [];

    /// <summary>Reads a talk. The results are valid until the next call.</summary>
    /// <param name="stored">The talk.</param>
    /// <param name="isRemainder">Whether the document is the text of a post outside its talks. Its title names the event rather than a
    /// topic, so that it does not rank above the talks at that event.</param>
    public void Read(StoredTalk stored, bool isRemainder)
    {
        var talk = stored.Talk;
        language = stored.Language ?? Schema.NoLanguage;
        wordsToStem.Clear();
        foreach (var field in fields.Values)
            field.Clear();

        if (isRemainder)
            Add(Schema.Heading, talk.Topic);
        else if (!IsTopicSpeakerName(talk))
            Add(Schema.Topic, talk.Topic);
        foreach (var speaker in talk.Speakers)
        {
            Add(Schema.Speaker, speaker.Name, stem: false);
            if (speaker.Written is { } written)
                Add(Schema.Speaker, written, stem: false);
            foreach (var alias in speaker.Aliases)
            {
                if (alias != speaker.Written)
                    Add(Schema.Speaker, alias, stem: false);
            }
        }

        foreach (var section in talk.Sections)
            Add(Schema.Heading, section.Heading);
        foreach (var tag in stored.Tags)
            Add(Schema.Tag, tag);
        AddEvent(stored, isRemainder);
        foreach (var passage in talk.Passages)
            AddPassage(passage);

        // A search for Haskell should find Haskell code although the code does not contain the word.
        CodeLanguages = [.. talk.Passages.Select(p => p.CodeLanguage).OfType<string>().Distinct(StringComparer.Ordinal)];
        foreach (var codeLanguage in CodeLanguages)
            Add(Schema.Code, codeLanguage, stem: false);
    }

    /// <summary>Returns the terms of <see cref="Schema.Forms"/>: each word that differs from its stem, with the stem.</summary>
    public IEnumerable<string> Forms()
    {
        if (language.Length == 0)
            yield break;
        if (!stemmers.TryGetValue(language, out var stemmer))
            stemmers[language] = stemmer = Stemmer.For(language);
        foreach (var word in wordsToStem)
        {
            var stem = stemmer.Stem(word);
            if (!ReferenceEquals(stem, word) && stem != word)
                yield return $"{language}:{stem}{Schema.FormSeparator}{word}";
        }
    }

    // "Three: Ada Muster": a talk without a topic has the speaker's name there. Indexing it as a topic would rank the talk too high.
    private static bool IsTopicSpeakerName(Talk talk) => talk.Speakers is [{ } speaker] && talk.Topic == speaker.Name;

    private void AddPassage(Passage passage)
    {
        if (passage.Kind == PassageKind.Code)
        {
            Add(Schema.Code, passage.Text, isCode: true, stem: false);
            return;
        }

        Add(Schema.Text, passage.Text, passage.InlineCode);
        if (passage.Kind == PassageKind.Quote)
            Add(Schema.Quote, passage.Text, passage.InlineCode);
        if (passage.Kind == PassageKind.Qa)
            Add(Schema.Qa, passage.Text, passage.InlineCode);
        foreach (var code in passage.InlineCode)
            Add(Schema.Code, passage.Text.Substring(code.Start, code.Length), isCode: true, stem: false);
    }

    private void AddEvent(StoredTalk stored, bool isRemainder)
    {
        if (stored.EventTitle is { } title)
            Add(Schema.Event, title);
        if (stored.PostTitle != stored.EventTitle && (isRemainder || stored.PostTitle != stored.Talk.Topic))
            Add(Schema.Event, stored.PostTitle);
        if (stored.Location is { } location)
            Add(Schema.Event, location, stem: false);
        if (stored.Day is { } date)
            Add(Schema.Event, date.Year.ToString(CultureInfo.InvariantCulture), stem: false);
    }

    private void Add(string field, string text, IReadOnlyList<TextRange>? inlineCode = null, bool isCode = false, bool stem = true)
    {
        if (!fields.TryGetValue(field, out var target))
            fields[field] = target = new FieldTokens(field);
        target.NextPosition = tokenizer.Read(text, isCode, inlineCode ?? [], tokens, target.NextPosition) + Schema.BlockGap;
        target.Tokens.AddRange(tokens);
        if (!stem)
            return;
        foreach (var token in tokens)
            wordsToStem.Add(token.Term);
    }

    /// <summary>The tokens of one text field, by position.</summary>
    internal sealed class FieldTokens(string name)
    {
        /// <summary>Name of the field.</summary>
        public string Name { get; } = name;

        /// <summary>The tokens, by position.</summary>
        public List<Token> Tokens { get; } = [];

        /// <summary>Position of the next block.</summary>
        public int NextPosition { get; set; }

        /// <summary>Number of words: tokens at one position count once.</summary>
        public int Length
        {
            get
            {
                var (length, last) = (0, -1);
                foreach (var token in Tokens)
                {
                    if (token.Position != last)
                        length++;
                    last = token.Position;
                }

                return length;
            }
        }

        /// <summary>Removes all tokens.</summary>
        public void Clear()
        {
            Tokens.Clear();
            NextPosition = 0;
        }
    }
}
