using Xunit;

namespace SearchNotes.Tests.Cli;

/// <summary>Every command that takes a path answers a wrong one with a sentence.</summary>
public sealed class WrongPathTests : IDisposable
{
    private readonly CliFolder _folder = new CliFolder().With("SEARCHNOTES_URLS", "http://127.0.0.1:0").WithIndex()
        .Write("file.txt", "A file.");

    [Theory]
    [InlineData("backup nowhere/x.zip", "There is no folder FOLDER/nowhere to write the backup to; create it, or name another file.")]
    [InlineData("backup file.txt/x.zip", "There is no folder FOLDER/file.txt to write the backup to; create it, or name another file.")]
    [InlineData("backup corpus", "FOLDER/corpus is a folder; name a file in it.")]
    [InlineData("backup file.txt", "FOLDER/file.txt already exists and is not a backup; name another file.")]
    [InlineData("restore nowhere.zip", "The backup FOLDER/nowhere.zip cannot be read: ")]
    [InlineData("restore nowhere/x.zip", "The backup FOLDER/nowhere/x.zip cannot be read: ")]
    [InlineData("restore corpus", "The backup FOLDER/corpus cannot be read: ")]
    [InlineData("reindex --corpus nowhere", "There is no corpus folder \"FOLDER/nowhere\"; name one with --corpus.")]
    [InlineData("reindex --corpus file.txt", "There is no corpus folder \"FOLDER/file.txt\"; name one with --corpus.")]
    [InlineData("reindex --index file.txt", "FOLDER/file.txt cannot be written: ")]
    [InlineData("reindex --index file.txt/index", "FOLDER/file.txt/index cannot be written: ")]
    [InlineData("restore file.txt --index file.txt", "FOLDER/file.txt is not a complete backup of an index")]
    [InlineData("search redis --index file.txt", "There is no index in FOLDER/file.txt yet")]
    [InlineData("talk some.id --index nowhere", "There is no index in FOLDER/nowhere yet")]
    [InlineData("stats --index file.txt/index", "There is no index in FOLDER/file.txt/index yet")]
    [InlineData("backup index.zip --index nowhere", "There is no index in FOLDER/nowhere yet")]
    [InlineData("check nowhere", "There is no file or folder nowhere; check the path.")]
    [InlineData("check file.txt/x", "There is no file or folder file.txt/x; check the path.")]
    [InlineData("check --settings nowhere.json", "The settings file nowhere.json cannot be read; check its name and permissions.")]
    [InlineData("stats --settings corpus", "The settings file corpus cannot be read; check its name and permissions.")]
    [InlineData("serve --corpus nowhere --index elsewhere", "There is no corpus folder \"FOLDER/nowhere\"; name one with --corpus.")]
    public void A_wrong_path_is_a_sentence_and_exit_code_2(string typed, string sentence)
    {
        var run = _folder.Run(typed.Split(' '));

        Assert.Equal(2, run.Code);
        Assert.StartsWith(sentence, run.Error.TrimStart(), StringComparison.Ordinal);
        Assert.DoesNotContain("bug in SearchNotes", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup /proc/x.zip", "/proc/x.zip could not be written: ")]
    [InlineData("reindex --index /proc/index", "/proc/index cannot be written: ")]
    public void So_is_one_that_nobody_may_write(string typed, string sentence)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /proc, where nobody may write.");

        var run = _folder.Run(typed.Split(' '));

        Assert.Equal(2, run.Code);
        Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corpus", "reindex")]
    [InlineData("index", "search redis")]
    [InlineData("query_log", "insights")]
    public void So_is_one_in_the_settings_that_no_system_takes(string key, string typed)
    {
        var run = _folder.Write("searchnotes.json", $$"""{ "{{key}}": "a\u0000b" }""").Run(typed.Split(' '));

        Assert.Equal(2, run.Code);
        Assert.StartsWith($"searchnotes.json: \"{key}\"", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
