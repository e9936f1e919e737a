using SearchNotes.Indexing;
using Xunit;
using static SearchNotes.Semantic.Tests.SampleTalks;

namespace SearchNotes.Semantic.Tests;

public sealed class SemanticIndexTests : IDisposable
{
    private static readonly StoredTalk[] Talks = [Talk("p.a", "Robots", "the robot learns"), Talk("p.b", "Gardens", "a garden")];

    private readonly TemporaryFolder folder = new();
    private readonly string model;

    public SemanticIndexTests() => model = TinyModel.Write(folder.Path);

    private string Vectors => folder.File(SemanticIndex.VectorFileName);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Nothing_is_scored_before_anything_is_encoded()
    {
        using var index = SemanticIndex.Open(model, folder.Path);

        Assert.Null(index.Similarities("robot", ["p.a"]));
        Assert.Equal(0, index.Version);
    }

    [Fact]
    public void Encoded_documents_are_scored_and_others_are_not()
    {
        using var index = Updated(Talks);

        var similarities = index.Similarities("robot", ["p.b", "p.none", "p.a"])!;

        Assert.InRange(similarities[0], -1f, 1f);
        Assert.True(float.IsNaN(similarities[1]));
        Assert.InRange(similarities[2], -1f, 1f);
        Assert.Equal((2, 2, null), (index.Status.Passages, index.Status.Encoded, index.Status.Problem));
    }

    [Fact]
    public void Only_new_passages_are_encoded()
    {
        Updated(Talks).Dispose();
        var length = new FileInfo(Vectors).Length;
        var record = (length - 40) / 2;

        Updated([.. Talks, Talk("p.c", "Queues", "tasks")]).Dispose();

        Assert.Equal(length + record, new FileInfo(Vectors).Length);
    }

    [Fact]
    public void A_changed_document_is_scored_by_its_new_text()
    {
        using var index = Updated(Talks);
        var before = index.Similarities("robot", ["p.b"])![0];
        var version = index.Version;

        index.Update([Talks[0], Talk("p.b", "Queues", "tasks, tasks, tasks")], CancellationToken.None);

        Assert.NotEqual(before, index.Similarities("robot", ["p.b"])![0]);
        Assert.True(index.Version > version);
    }

    [Fact]
    public void Cancelled_work_is_kept()
    {
        using var cancel = new CancellationTokenSource();
        var many = Enumerable.Range(0, 20)
            .Select(i => Talk($"p.{i}", "Robots", string.Concat(Enumerable.Repeat("robot ", i + 1)))).ToList();
        using (var index = SemanticIndex.Open(model, folder.Path))
        {
            var read = 0;
            Assert.Throws<OperationCanceledException>(() => index.Update(Cancelling(), cancel.Token));

            IEnumerable<StoredTalk> Cancelling()
            {
                // Read once to count, and once more to encode.
                foreach (var talk in many)
                {
                    if (++read == 30)
                        cancel.Cancel();
                    yield return talk;
                }
            }
        }

        using var opened = SemanticIndex.Open(model, folder.Path);
        opened.Update(many.Take(9), CancellationToken.None);
        Assert.Equal((9, 9), (opened.Status.Passages, opened.Status.Encoded));
        Assert.True(new FileInfo(Vectors).Length > 40 + (9 * 32));
    }

    [Fact]
    public void A_damaged_file_is_named_and_encoded_again()
    {
        Updated(Talks).Dispose();
        using (var file = new FileStream(Vectors, FileMode.Open))
            file.SetLength(file.Length - 3);

        using var index = Updated(Talks);

        Assert.Contains("was damaged", index.Status.Problem, StringComparison.Ordinal);
        Assert.NotNull(index.Similarities("robot", ["p.a"]));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named_and_vectors_are_kept_in_memory()
    {
        Directory.CreateDirectory(Vectors);

        using var index = Updated(Talks);

        Assert.Contains("cannot be used", index.Status.Problem, StringComparison.Ordinal);
        Assert.NotNull(index.Similarities("robot", ["p.a"]));
    }

    [Fact]
    public void A_second_process_keeps_its_vectors_in_memory()
    {
        using var first = Updated(Talks);
        using var second = Updated(Talks);

        Assert.NotNull(second.Status.Problem);
        Assert.Equal(first.Similarities("robot", ["p.a"]), second.Similarities("robot", ["p.a"]));
    }

    [Fact]
    public void Vectors_of_another_model_are_encoded_again()
    {
        Updated(Talks).Dispose();

        using var index = SemanticIndex.Open(TinyModel.Write(folder.Path, seed: 2), folder.Path);
        index.Update(Talks, CancellationToken.None);

        Assert.Equal((2, 2, null), (index.Status.Passages, index.Status.Encoded, index.Status.Problem));
    }

    private SemanticIndex Updated(IReadOnlyList<StoredTalk> talks)
    {
        var index = SemanticIndex.Open(model, folder.Path);
        index.Update(talks, CancellationToken.None);
        return index;
    }
}
