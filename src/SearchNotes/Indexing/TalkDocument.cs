using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchNotes.Indexing.Analysis;

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

    private readonly TalkTerms text = new();
    private readonly Dictionary<string, Field> fields = new(StringComparer.Ordinal);

    /// <summary>Creates the document, which is valid until the next call.</summary>
    /// <param name="stored">The talk.</param>
    /// <param name="isRemainder">Whether the document is the text of a post outside its talks.</param>
    public Document Make(StoredTalk stored, bool isRemainder)
    {
        text.Read(stored, isRemainder);
        var document = new Document
        {
            new StringField(Schema.Id, stored.Talk.Id, Field.Store.NO),
            new StringField(Schema.Post, stored.PostId, Field.Store.NO),
            new StoredField(Schema.Talk, TalkBlob.Write(stored)),
        };
        foreach (var former in stored.FormerIds)
            document.Add(new StringField(Schema.FormerId, former, Field.Store.NO));
        foreach (var field in text.Fields)
        {
            if (field.Tokens.Count > 0)
                document.Add(FieldOf(field));
        }

        foreach (var language in text.CodeLanguages)
            document.Add(new StringField(Schema.CodeLanguage, language, Field.Store.NO));

        AddForms(document);
        AddDocValues(document, stored);
        return document;
    }

    private Field FieldOf(TalkTerms.FieldTokens tokens)
    {
        if (!fields.TryGetValue(tokens.Name, out var field))
        {
            var type = tokens.Name is Schema.Quote or Schema.Qa ? WithoutLengths : WithLengths;
            fields[tokens.Name] = field = new Field(tokens.Name, new TermStream(tokens.Tokens), type);
        }

        return field;
    }

    private void AddForms(Document document)
    {
        var stream = new TermStream([]);
        foreach (var form in text.Forms())
            stream.Tokens.Add(new Token(form, 0, 0, stream.Tokens.Count));
        if (stream.Tokens.Count > 0)
            document.Add(new Field(Schema.Forms, stream, FormsType));
    }

    private static void AddDocValues(Document document, StoredTalk stored)
    {
        document.Add(new SortedDocValuesField(Schema.Key, new BytesRef(stored.Talk.Id)));
        document.Add(new SortedDocValuesField(Schema.PostKey, new BytesRef(stored.PostId)));
        if (stored.Location is { Length: > 0 } location)
            document.Add(new SortedDocValuesField(Schema.Location, new BytesRef(FacetTexts.Short(location))));
        document.Add(new NumericDocValuesField(Schema.Day, stored.Day?.DayNumber ?? 0));
        document.Add(new NumericDocValuesField(Schema.PostDay, stored.Date?.DayNumber ?? 0));
        document.Add(new NumericDocValuesField(Schema.ContentFlags, (long)FacetTexts.ContentOf(stored)));
        foreach (var (field, value) in FacetTexts.Of(stored))
            document.Add(new SortedSetDocValuesField(field, new BytesRef(value)));
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
}
