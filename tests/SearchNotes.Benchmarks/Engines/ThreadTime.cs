using System.Runtime.InteropServices;

namespace SearchNotes.Benchmarks.Engines;

/// <summary>Processor time of the current thread. Other processes of a busy machine do not add to it.</summary>
internal static class ThreadTime
{
    private const int ThreadClock = 3; // CLOCK_THREAD_CPUTIME_ID of Linux
    private const int ProcessClock = 2; // Added to the complement of the id, as clock_getcpuclockid does.

    /// <summary>Milliseconds; <see langword="null"/> where the system does not say.</summary>
    public static double? Milliseconds => Read(ThreadClock);

    /// <summary>Milliseconds of another process; <see langword="null"/> where the system does not say.</summary>
    public static double? OfProcess(int id) => Read((~id << 3) | ProcessClock);

    private static double? Read(int clock) => OperatingSystem.IsLinux() && clock_gettime(clock, out var time) == 0
        ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6) : null;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out Time time);

    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
