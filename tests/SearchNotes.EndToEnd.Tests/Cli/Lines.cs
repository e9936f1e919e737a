using Xunit;

namespace SearchNotes.Tests.Cli;

/// <summary>Output whose lines can be waited for.</summary>
internal sealed class Lines : StringWriter
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<string> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _wanted;

    public string[] All
    {
        get
        {
            lock (_gate)
                return ToString().Split('\n');
        }
    }

    public override void Write(char value)
    {
        lock (_gate)
            base.Write(value);
        Look();
    }

    public override void Write(string? value)
    {
        lock (_gate)
            base.Write(value);
        Look();
    }

    /// <summary>The first whole line that begins so; fails when the run ends before.</summary>
    public async Task<string> WaitFor(string beginning, Task<int> run)
    {
        _wanted = beginning;
        Look();
        if (await Task.WhenAny(_found.Task, run) == run && !_found.Task.IsCompleted)
            Assert.Fail($"The program ended with {await run} before it said \"{beginning}\":\n{string.Join('\n', All)}");

        return await _found.Task;
    }

    private void Look()
    {
        if (_wanted is { } wanted
            && All.SkipLast(1).FirstOrDefault(line => line.StartsWith(wanted, StringComparison.Ordinal)) is { } line)
        {
            _found.TrySetResult(line);
        }
    }
}
