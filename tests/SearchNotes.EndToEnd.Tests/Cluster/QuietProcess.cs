using System.Diagnostics;

namespace SearchNotes.Tests.Cluster;

/// <summary>Starts a program whose output nobody reads, so that it never waits for a reader.</summary>
internal static class QuietProcess
{
    public static Process Start(ProcessStartInfo start)
    {
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
