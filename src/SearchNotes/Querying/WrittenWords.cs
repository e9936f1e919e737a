using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchNotes.Indexing;
using SearchNotes.Indexing.Analysis;
using SearchNotes.Querying.Snapshots;
using SearchNotes.Talks;

namespace SearchNotes.Querying;

/// <summary>Finds out how the notes spell the word that a term stands for: dvorak → Dvořák.</summary>
internal static class WrittenWords
{
    /// <summary>Returns the word as a talk spells it; the term itself if only its case differs.</summary>
    public static string Of(Snapshot snapshot, string term)
    {
        foreach (var leaf in snapshot.Leaves)
        {
            foreach (var field in TextField.All)
            {
                if (leaf.AtomicReader.GetTermDocsEnum(new Term(field.Name, term)) is not { } docs
                    || docs.NextDoc() == DocIdSetIterator.NO_MORE_DOCS)
                {
                    continue;
                }

                if (Find(snapshot.Talks.Get(leaf.DocBase + docs.DocID), term) is { } written)
                    return written.Equals(term, StringComparison.OrdinalIgnoreCase) ? term : written;
            }
        }

        return term;
    }

    private static string? Find(StoredTalk stored, string term)
    {
        var talk = stored.Talk;
        IEnumerable<string> names =
            [talk.Topic, .. talk.Speakers.Select(s => s.Name), .. talk.Sections.Select(s => s.Heading), .. stored.Tags];
        var texts = names.Select(name => (Text: name, IsCode: false, Code: (IReadOnlyList<TextRange>)[]))
            .Concat(talk.Passages.Select(p => (p.Text, p.Kind == PassageKind.Code, p.InlineCode)));
        var reader = new TextTokens();
        var tokens = new List<Token>();
        foreach (var (text, isCode, code) in texts)
        {
            reader.Read(text, isCode, code, tokens);
            foreach (var token in tokens)
            {
                if (token.Term == term)
                    return text[token.Start..token.End];
            }
        }

        return null;
    }
}
