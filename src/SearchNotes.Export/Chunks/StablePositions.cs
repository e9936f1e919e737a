using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>Moves the beginning of each text block of a document to a multiple of <see cref="Step"/>. A word more or less in one paragraph
/// then leaves the positions in the other paragraphs as they were, and with them most chunks. Distances between blocks have no
/// meaning.</summary>
internal static class StablePositions
{
    /// <summary>Positions from the beginning of one text block to that of the next one, if it is short. A power of two.</summary>
    public const int Step = 64;

    /// <summary>Changes the positions of all words in place.</summary>
    public static void Set(IReadOnlyList<IndexedWord> words)
    {
        var places = new Dictionary<(int Field, int Doc), List<(int[] Positions, int Index)>>();
        foreach (var field in words.SelectMany(word => word.Fields))
        {
            foreach (var posting in field.Postings)
            {
                if (!places.TryGetValue((field.Field, posting.Doc), out var found))
                    places[(field.Field, posting.Doc)] = found = [];
                for (var i = 0; i < posting.Positions.Length; i++)
                    found.Add((posting.Positions, i));
            }
        }

        foreach (var found in places.Values)
            Set(found);
    }

    private static void Set(List<(int[] Positions, int Index)> places)
    {
        places.Sort(static (a, b) => a.Positions[a.Index].CompareTo(b.Positions[b.Index]));
        var (before, moved) = (0, 0);
        foreach (var (positions, index) in places)
        {
            var position = positions[index];
            moved = position - before < Schema.BlockGap
                ? moved + position - before : (moved + Schema.BlockGap + Step - 1) / Step * Step;
            positions[index] = moved;
            before = position;
        }
    }
}
