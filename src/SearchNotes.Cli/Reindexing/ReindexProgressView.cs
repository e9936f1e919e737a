using SearchNotes.Cli.Terminal;
using SearchNotes.Indexing;

namespace SearchNotes.Cli.Reindexing;

/// <summary>Shows how far a run is: a bar on a terminal, now and then a plain line in a pipe.</summary>
internal static class ReindexProgressView
{
    /// <summary>Runs work that reports how far it is.</summary>
    /// <param name="screen">Where to show it.</param>
    /// <param name="work">The work.</param>
    public static ReindexReport Run(Screen screen, Func<IProgress<ReindexProgress>, ReindexReport> work) =>
        screen.Terminal is { } terminal
            ? terminal.WithBar("Reading posts", show => work(new Bar(show)))
            : work(new Lines(screen));

    private sealed class Bar(Action<int, int> show) : IProgress<ReindexProgress>
    {
        public void Report(ReindexProgress value) => show(value.Done, value.Total);
    }

    /// <summary>A line at each tenth of a long run; a short one is over before anybody wonders.</summary>
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
