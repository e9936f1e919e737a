using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Talks;

namespace SearchNotes.Indexing;

/// <summary>Creates the Lucene document of a talk. Reuses fields and buffers and is not thread-safe: one per writing thread.</summary>
internal sealed class TalkDocument
{
    private static readonly FieldType WithLengths = TextType(omitNorms: false);
    private static readonly FieldType WithoutLengths = TextType(omitNorms: true);
    private static readonly FieldType FormsType = Frozen(new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_ONLY,
    });

    private readonly TextTokens tokenizer = new();
    private readonly Dictionary<string, Stemmer> stemmers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldBuffer> texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> wordsToStem = new(StringComparer.Ordinal);
    private readonly List<Token> tokens = [];

    /// <summary>Creates the document, which is valid until the next call.</summary>
    /// <param name="stored">The talk.</param>
    /// <param name="isRemainder">Whether the document is the text of a post outside its talks. Its title names the event rather than a
    /// topic, so that it does not rank above the talks at that event.</param>
    public Document Make(StoredTalk stored, bool isRemainder)
    {
        var talk = stored.Talk;
        wordsToStem.Clear();
        foreach (var text in texts.Values)
            text.Clear();

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

        // A search for Haskell should find Haskell code, which does not contain the word.
        var languages = talk.Passages.Select(p => p.CodeLanguage).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        foreach (var language in languages)
            Add(Schema.Code, language, stem: false);

        var document = new Document
        {
            new StringField(Schema.Id, talk.Id, Field.Store.NO),
            new StringField(Schema.Post, stored.PostId, Field.Store.NO),
            new StoredField(Schema.Talk, TalkBlob.Write(stored)),
        };
        foreach (var former in stored.FormerIds)
            document.Add(new StringField(Schema.FormerId, former, Field.Store.NO));
        foreach (var text in texts.Values)
        {
            if (!text.IsEmpty)
                document.Add(text.Field);
        }

        foreach (var language in languages)
            document.Add(new StringField(Schema.CodeLanguage, language, Field.Store.NO));

        AddForms(document, stored.Language ?? Schema.NoLanguage);
        AddDocValues(document, stored);
        return document;
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
        if (!texts.TryGetValue(field, out var target))
            texts[field] = target = new FieldBuffer(field, field is Schema.Quote or Schema.Qa ? WithoutLengths : WithLengths);
        target.NextPosition = tokenizer.Read(text, isCode, inlineCode ?? [], tokens, target.NextPosition) + Schema.BlockGap;
        target.Stream.Tokens.AddRange(tokens);
        if (!stem)
            return;
        foreach (var token in tokens)
            wordsToStem.Add(token.Term);
    }

    private void AddForms(Document document, string language)
    {
        if (language.Length == 0)
            return;
        if (!stemmers.TryGetValue(language, out var stemmer))
            stemmers[language] = stemmer = Stemmer.For(language);

        var stream = new TermStream();
        foreach (var word in wordsToStem)
        {
            var stem = stemmer.Stem(word);
            if (!ReferenceEquals(stem, word) && stem != word)
                stream.Tokens.Add(new Token($"{language}:{stem}{Schema.FormSeparator}{word}", 0, 0, stream.Tokens.Count));
        }

        if (stream.Tokens.Count > 0)
            document.Add(new Field(Schema.Forms, stream, FormsType));
    }

    private static void AddDocValues(Document document, StoredTalk stored)
    {
        var talk = stored.Talk;
        document.Add(new SortedDocValuesField(Schema.Key, new BytesRef(talk.Id)));
        document.Add(new SortedDocValuesField(Schema.PostKey, new BytesRef(stored.PostId)));
        if (stored.Location is { Length: > 0 } location)
            document.Add(new SortedDocValuesField(Schema.Location, new BytesRef(Short(location))));
        document.Add(new NumericDocValuesField(Schema.Day, stored.Day?.DayNumber ?? 0));
        document.Add(new NumericDocValuesField(Schema.PostDay, stored.Date?.DayNumber ?? 0));
        document.Add(new NumericDocValuesField(Schema.ContentFlags, (long)ContentOf(stored)));

        foreach (var speaker in talk.Speakers)
            AddFacet(document, Schema.SpeakerFacet, speaker.Name);
        foreach (var tag in stored.Tags)
            AddFacet(document, Schema.TagFacet, tag);
        if (stored.EventTitle is { } title)
            AddFacet(document, Schema.EventFacet, title);
        if (stored.Day is { } date)
            AddFacet(document, Schema.YearFacet, date.Year.ToString("0000", CultureInfo.InvariantCulture));
        AddFacet(document, Schema.KindFacet, ((int)talk.Kind).ToString(CultureInfo.InvariantCulture));
        AddFacet(document, Schema.LanguageFacet, stored.Language ?? Schema.NoLanguage);
    }

    private static void AddFacet(Document document, string field, string value)
    {
        document.Add(new SortedSetDocValuesField(field, new BytesRef(Short(value))));
    }

    /// <summary>Lucene rejects values above 32,766 bytes. Names of people, events and places are far shorter than 1,000
    /// characters.</summary>
    private static string Short(string value) => value.Length <= 1000 ? value : value[..1000];

    private static ContentFlags ContentOf(StoredTalk stored)
    {
        var content = stored.VideoUrl is null ? ContentFlags.None : ContentFlags.Video;
        foreach (var passage in stored.Talk.Passages)
        {
            content |= passage.Kind switch
            {
                PassageKind.Code => ContentFlags.Code,
                PassageKind.Qa => ContentFlags.Qa,
                PassageKind.Quote => ContentFlags.Quote,
                _ => ContentFlags.None,
            };
        }

        return content;
    }

    private static FieldType TextType(bool omitNorms) => Frozen(new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = omitNorms,
        IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    });

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }

    /// <summary>A text field with the tokens collected for it so far.</summary>
    private sealed class FieldBuffer(string name, FieldType type)
    {
        public TermStream Stream { get; } = new();

        public int NextPosition { get; set; }

        public bool IsEmpty => Stream.Tokens.Count == 0;

        public Field Field => field ??= new Field(name, Stream, type);

        public void Clear()
        {
            Stream.Tokens.Clear();
            NextPosition = 0;
        }
    }
}
