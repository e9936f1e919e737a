using System.Globalization;
using SearchNotes.Cli.Screens;
using SearchNotes.Indexing;
using Spectre.Console;

namespace SearchNotes.Cli.Reindexing;

/// <summary>Shows how far a run is: a bar on a terminal, now and then a plain line in a pipe.</summary>
internal static class Watched
{
    /// <summary>Runs work that reports how far it is.</summary>
    /// <param name="screen">Where to show it.</param>
    /// <param name="work">The work.</param>
    public static ReindexReport Run(Screen screen, Func<IProgress<ReindexProgress>, ReindexReport> work)
        => screen.IsTerminal ? WithBar(screen, work) : work(new Lines(screen.Writer));

    private static ReindexReport WithBar(Screen screen, Func<IProgress<ReindexProgress>, ReindexReport> work) => screen.Console.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(context => work(new Bar(context.AddTask("Reading posts"))));

    private sealed class Bar(ProgressTask task) : IProgress<ReindexProgress>
    {
        public void Report(ReindexProgress value)
        {
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
        }
    }

    /// <summary>A line at each tenth of a long run; a short one is over before anybody wonders.</summary>
    private sealed class Lines(TextWriter writer) : IProgress<ReindexProgress>
    {
        private const int LongRun = 500;

        private int _tenths;

        public void Report(ReindexProgress value)
        {
            var tenths = value.Total < LongRun ? 0 : value.Done * 10 / value.Total;
            if (tenths > Interlocked.Exchange(ref _tenths, Math.Max(tenths, _tenths)))
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Done} of {value.Total} posts read"));
        }
    }
}
