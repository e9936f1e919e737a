using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace SearchNotes.Tests;

/// <summary>What some work costs in processor time of its own thread: other programs and tests on the machine do not count.</summary>
internal static class ThreadCost
{
    /// <summary>How long a test waits for work that may never end. Only a fault takes so long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Does some work on this thread.</summary>
    public static (T Result, TimeSpan Cost) Of<T>(Func<T> work)
    {
        var before = Now();
        var result = work();
        return (result, Now() - before);
    }

    /// <summary>Does some work on a thread of its own, which is left behind when it does not end.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public static async Task<(T Result, TimeSpan Cost)> OfThread<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<(T, TimeSpan)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                done.SetResult(Of(work));
            }
            catch (Exception fault)
            {
                done.SetException(ExceptionDispatchInfo.SetCurrentStackTrace(fault));
            }
        })
        { IsBackground = true };
        thread.Start();
        return await done.Task.WaitAsync(Patience, Xunit.TestContext.Current.CancellationToken);
    }

    /// <summary>Processor time of this thread, to a hundredth of a second. Where the system has no such clock the time that goes by has to
    /// do.</summary>
    private static TimeSpan Now()
    {
        if (!OperatingSystem.IsLinux())
            return Stopwatch.GetElapsedTime(0);
        // proc(5): behind the name in parentheses utime and stime are the 12th and 13th field, in hundredths of a second.
        var stat = File.ReadAllText("/proc/thread-self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (Hundredths(fields[11]) + Hundredths(fields[12])));
    }

    private static long Hundredths(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
