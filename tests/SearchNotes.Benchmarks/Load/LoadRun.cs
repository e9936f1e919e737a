using System.Diagnostics;
using SearchNotes.Benchmarks.Engines;

namespace SearchNotes.Benchmarks.Load;

/// <summary>What a load came to.</summary>
/// <param name="Requests">How many were answered and counted.</param>
/// <param name="WarmUps">How many went before and were not counted.</param>
/// <param name="PerSecond">How many a second.</param>
/// <param name="P50">Milliseconds of the median answer.</param>
/// <param name="P99">Milliseconds that one in a hundred exceeds.</param>
/// <param name="BodyBytes">Mean size of a body.</param>
internal sealed record LoadFigures(long Requests, long WarmUps, double PerSecond, double P50, double P99, double BodyBytes);

/// <summary>Sends requests over several connections, each waiting for its answer before it sends the next.</summary>
internal static class LoadRun
{
    /// <summary>Runs.</summary>
    /// <param name="port">The server's, on this machine.</param>
    /// <param name="connections">How many.</param>
    /// <param name="expected">The status of every answer; another one ends the run.</param>
    /// <param name="most">Requests after which it ends.</param>
    /// <param name="longest">Time after which it ends.</param>
    /// <param name="request">Makes the request of a number.</param>
    /// <exception cref="InvalidOperationException">An answer had another status.</exception>
    public static async Task<LoadFigures> RunAsync(int port, int connections, int expected, long most, TimeSpan longest,
        Func<long, byte[]> request)
    {
        var next = -1L;
        var started = Stopwatch.GetTimestamp();
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(OneAsync)));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var milliseconds = runs.SelectMany(run => run.Milliseconds).ToList();
        var times = Times.Of(milliseconds);
        return new LoadFigures(milliseconds.Count, 0, milliseconds.Count / seconds, times.P50, times.P99,
            (double)runs.Sum(run => run.Bytes) / Math.Max(1, milliseconds.Count));

        async Task<(List<double> Milliseconds, long Bytes)> OneAsync()
        {
            var (times, bytes) = (new List<double>(), 0L);
            using var connection = await HttpConnection.OpenAsync(port, CancellationToken.None);
            while (Stopwatch.GetElapsedTime(started) < longest && Interlocked.Increment(ref next) is var number && number < most)
            {
                var sent = request(number);
                var asked = Stopwatch.GetTimestamp();
                var answer = await connection.AskAsync(sent, CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                bytes += answer.BodyBytes;
                if (answer.Status != expected)
                {
                    throw new InvalidOperationException(
                        $"{System.Text.Encoding.ASCII.GetString(sent).Split('\r')[0]} was answered with {answer.Status} instead of {expected}.");
                }
            }

            return (times, bytes);
        }
    }
}
