using SearchNotes.Cli.Terminal;
using SearchNotes.Indexing;

namespace SearchNotes.Cli.Reindexing;

/// <summary>Shows the progress of a reindex run: a bar on a terminal, occasional lines in a pipe.</summary>
internal static class ReindexProgressView
{
    /// <summary>Runs a reindex and shows its progress.</summary>
    /// <param name="screen">The screen to write to.</param>
    /// <param name="work">The reindex run, which reports its progress.</param>
    public static ReindexReport Run(Screen screen, Func<IProgress<ReindexProgress>, ReindexReport> work) =>
        screen.Terminal is { } terminal
            ? terminal.WithBar("Reading posts", show => work(new Bar(show)))
            : work(new Lines(screen));

    private sealed class Bar(Action<int, int> show) : IProgress<ReindexProgress>
    {
        public void Report(ReindexProgress value) => show(value.Done, value.Total);
    }

    /// <summary>Writes a line at each tenth of a run of 500 posts or more; a shorter run needs no progress.</summary>
    private sealed class Lines(Screen screen) : IProgress<ReindexProgress>
    {
        private const int LongRun = 500;

        private int tenths;

        public void Report(ReindexProgress value)
        {
            var tenths = value.Total < LongRun ? 0 : value.Done * 10 / value.Total;
            if (tenths <= this.tenths)
                return;
            this.tenths = tenths;
            screen.Line($"{Count.Of(value.Done)} of {Count.Of(value.Total, "post")} read");
        }
    }
}
