using SearchNotes.Indexing;
using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>Moves the start of each text block of a document to a multiple of <see cref="Step"/>. When a word is added to or removed from
/// one paragraph, the positions in the other paragraphs stay the same, and so do most chunks. Distances between blocks have no
/// meaning.</summary>
internal static class StablePositions
{
    /// <summary>Number of positions from the start of a short text block to the start of the next block. A power of two.</summary>
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
