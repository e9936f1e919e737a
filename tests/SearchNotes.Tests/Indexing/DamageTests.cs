using System.Globalization;
using Xunit;

namespace SearchNotes.Tests.Indexing;

/// <summary>Every kind of damage in every file of an index. <c>SEARCHNOTES_FLIPS</c> sets how many bytes of each file are
/// flipped, one at a time; see docs/reliability.md.</summary>
public sealed class DamageTests : IDisposable
{
    /// <summary>Most processor time that reading a damaged index may take. Ten thousand times what it takes when it is whole.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private readonly DamagedIndex index = new();
    private readonly int flips = int.Parse(Environment.GetEnvironmentVariable("SEARCHNOTES_FLIPS") ?? "2", CultureInfo.InvariantCulture);

    public void Dispose() => index.Dispose();

    [Fact]
    public async Task A_flipped_byte_is_answered_rightly_or_named_as_damage()
    {
        var (tried, harmless) = (0, 0);
        foreach (var file in index.Files)
        {
            var bytes = index.Bytes(file);
            var step = Math.Max(1, bytes.Length / flips);
            for (var at = step / 2; at < bytes.Length; at += step)
            {
                var damaged = (byte[])bytes.Clone();
                damaged[at] ^= (byte)(at % 3 == 0 ? 0xFF : 1 << (at % 8));
                index.Damage(file, damaged);

                harmless += await IsHarmless($"{file}, byte {at}") ? 1 : 0;
                tried++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{tried} flips in {index.Files.Count} files: {tried - harmless} noticed, {harmless} without any effect.");
    }

    [Fact]
    public async Task A_file_that_is_cut_emptied_filled_or_missing_is_answered_rightly_or_named_as_damage()
    {
        foreach (var (file, kind, damaged) in Kinds())
        {
            index.Damage(file, damaged);

            await IsHarmless($"{file}, {kind}");
        }
    }

    [Fact]
    public void Whatever_the_damage_a_repair_brings_every_answer_back()
    {
        // Rebuilding takes longer than noticing: the short form takes every fifth, so that each file and each kind has its turn.
        foreach (var (file, kind, damaged) in Kinds().Where((_, number) => flips > 2 || number % 5 == 0))
        {
            index.Damage(file, damaged);
            var isNoticed = index.IsNoticed();

            Assert.True(index.Answers == index.Repair(), $"{file}, {kind}: repaired to something else.");

            Assert.False(index.IsNoticed(), $"{file}, {kind}: still damaged.");
            Assert.True(!isNoticed || Directory.GetDirectories(index.Folder, "damaged-*").Length == 1, $"{file}, {kind}: not moved aside.");
        }
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_named_as_damage_and_a_repair_brings_every_answer_back()
    {
        foreach (var file in index.Files.Where(file => !IsWrittenAgain(file)))
        {
            index.Deny(file);

            await IsHarmless($"{file}, denied");

            Assert.True(index.Answers == index.Repair(), $"{file}, denied: repaired to something else.");
        }
    }

    /// <summary>Whether a run that builds on the commit before writes a file of this name again: in the way of that is a folder, and
    /// no file without rights.</summary>
    private static bool IsWrittenAgain(string file) =>
        file.EndsWith(".si", StringComparison.Ordinal) || file.StartsWith("segments_", StringComparison.Ordinal);

    private async Task<bool> IsHarmless(string damage)
    {
        string? answers;
        TimeSpan cost;
        try
        {
            (answers, cost) = await ThreadCost.OfThread(index.Read);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Assert.Fail($"{damage}: {e}");
            throw;
        }

        Assert.True(cost < Bound, $"{damage}: reading takes {cost.TotalSeconds:0} s.");
        if (answers is null)
            return false;
        if (answers == index.AnswersBefore)
            return false;
        if (answers == index.Answers)
            return !index.IsNoticed();
        Assert.True(index.IsNoticed(), $"{damage}: wrong answers, and the checksums are right:\n{answers}");
        return false;
    }

    private IEnumerable<(string File, string Kind, byte[]? Damaged)> Kinds() => index.Files.SelectMany(file =>
    {
        var bytes = index.Bytes(file);
        return new (string, string, byte[]?)[]
        {
            (file, "flipped", [.. bytes.Select((b, i) => i == bytes.Length / 2 ? (byte)~b : b)]),
            (file, "cut in half", bytes[..(bytes.Length / 2)]),
            (file, "cut by a byte", bytes[..^1]),
            (file, "longer by a byte", [.. bytes, 0]),
            (file, "empty", []),
            (file, "all zero", new byte[bytes.Length]),
            (file, "missing", null),
        };
    });
}
