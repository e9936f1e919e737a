using System.Text.Json;
using SearchNotes.Tests.Api;
using Xunit;

namespace SearchNotes.Tests.Cli;

public sealed class BackupTests : IDisposable
{
    private readonly CliFolder _folder = new CliFolder().WithIndex();

    [Fact]
    public async Task A_process_saves_the_index_under_a_server_and_another_restores_it()
    {
        await using var service = await RunningService.StartAsync();
        var file = _folder.FullPath("index.zip");

        var saved = await CliProcess.Run(_folder.Root, "backup", file, "--index", service.IndexFolder, "--json");
        service.Write("2020-05-05-ice.md", "# Elin Frost on Glaciers at home\n\nGlaciers move slowly.\n");
        service.Reindex();
        await service.UntilAsync(() => FindsAsync(service, "glaciers"));
        var restored = await CliProcess.Run(_folder.Root, "restore", file, "--index", service.IndexFolder);

        Assert.Equal((0, "", 0, ""), (saved.Code, saved.Error, restored.Code, restored.Error));
        using var report = JsonDocument.Parse(saved.Out);
        Assert.Equal(3, report.RootElement.GetProperty("posts").GetInt32());
        await service.UntilAsync(async () => !await FindsAsync(service, "glaciers"));
        Assert.True(await FindsAsync(service, "newspapers"));
    }

    [Fact]
    public void What_was_done_is_said_in_a_sentence()
    {
        var saved = _folder.Run("backup", "index.zip");
        var restored = _folder.Run("restore", "index.zip");

        Assert.Equal((0, 0), (saved.Code, restored.Code));
        Assert.StartsWith("index.zip: 2 posts with 2 talks as of ", saved.Out, StringComparison.Ordinal);
        Assert.StartsWith("2 posts with 2 talks as of ", restored.Out, StringComparison.Ordinal);
        Assert.EndsWith(" restored to index. Run \"searchnotes reindex\" to add later changes.\n", restored.Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_backup_is_refused()
    {
        var run = _folder.Write("index.zip", "nothing").Run("restore", "index.zip");

        Assert.Equal(2, run.Code);
        Assert.StartsWith("FOLDER/index.zip is not a complete backup of an index; the index was left unchanged.", run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Over_a_running_writer_nothing_is_restored()
    {
        _folder.Run("backup", "index.zip");
        _folder.Write("index/write.pid", "4711");
        using var held = new HeldLock(_folder.FullPath("index"));

        var run = _folder.Run("restore", "index.zip");

        Assert.Equal(2, run.Code);
        Assert.Contains("is being written by process 4711", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<bool> FindsAsync(RunningService service, string word) =>
        (await service.JsonAsync($"/api/search?q=%22{word}%22")).GetProperty("total").GetInt32() > 0;
}
