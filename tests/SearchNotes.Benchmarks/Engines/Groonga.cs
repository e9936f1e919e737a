using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SearchNotes.Benchmarks.Corpora;

namespace SearchNotes.Benchmarks.Engines;

/// <summary>Groonga, asked over its standard input: words by its normaliser, not stemmed, weights, a snippet of each of the ten best. It
/// tolerates no typos.</summary>
internal sealed class Groonga : IEngine
{
    private const string Fields = "title * 4 || speakers * 3 || topics * 2 || body";

    private readonly Process process;
    private readonly long started = Stopwatch.GetTimestamp();

    private Groonga(string file, params IEnumerable<string> options)
    {
        var start = new ProcessStartInfo("groonga", [.. options, file])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        process = Process.Start(start)!; // Only a shell's verb starts none.
    }

    /// <summary>Its largest resident size, in MiB.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Writes a database.</summary>
    public static void Fill(string file, IEnumerable<PreparedTalk> talks)
    {
        if (Directory.Exists(file))
            Directory.Delete(file, recursive: true);
        var folder = Directory.CreateDirectory(file).FullName;
        using var engine = new Groonga(Path.Combine(folder, "talks"), "-n");
        engine.Run("table_create Talks TABLE_HASH_KEY ShortText");
        foreach (var field in (string[])["title", "speakers", "topics", "body"])
            engine.Run($"column_create Talks {field} COLUMN_SCALAR Text");
        engine.Run("table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto");

        // Groonga answers when the list is complete, so nothing has to be read in between.
        engine.process.StandardInput.Write("load --table Talks\n[\n");
        foreach (var talk in talks)
        {
            engine.process.StandardInput.Write(JsonSerializer.Serialize(new
            {
                _key = talk.Id,
                title = talk.Title,
                speakers = talk.SpeakerText,
                topics = talk.TopicText,
                body = talk.Body,
            }));
            engine.process.StandardInput.Write(",\n");
        }

        engine.Run("]");
        engine.Run("column_create Terms talks COLUMN_INDEX|WITH_POSITION|WITH_SECTION Talks title,speakers,topics,body");
        engine.Run("quit");
    }

    /// <summary>Opens a database.</summary>
    public static Groonga Open(string file) => new(Path.Combine(file, "talks"));

    public double? ProcessorMilliseconds => ThreadTime.OfProcess(process.Id);

    public IReadOnlyList<string> Search(string query, bool isTyping)
    {
        var parts = QueryParts.Of(query).Select(words => words.Count == 1 ? words[0] : $"\"{string.Join(' ', words)}\"").ToList();
        if (parts.Count == 0)
            return [];
        var text = string.Join(' ', parts) + (isTyping && !parts[^1].EndsWith('"') ? "*" : "");
        using var answer = JsonDocument.Parse(Run(
            $"select Talks --match_columns {Quoted(Fields)} --query {Quoted(text)} --sort_keys -_score --limit 10 --output_columns {Quoted("_key, title, snippet_html(body)")}"));
        return [.. answer.RootElement[1][0].EnumerateArray().Skip(2).Select(row => row[0].GetString()!)]; // Each talk has a key.
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(60)))
            process.Kill();
        process.Dispose();
    }

    /// <summary>Runs a command.</summary>
    /// <returns>What it answered.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    private string Run(string command)
    {
        process.StandardInput.Write(command + "\n");
        process.StandardInput.Flush();
        // The first number of an answer is 0, or what went wrong.
        return process.StandardOutput.ReadLine() is { } answer && answer.StartsWith("[[0,", StringComparison.Ordinal) ? answer
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"Groonga failed after {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s: {command[..Math.Min(command.Length, 200)]}"));
    }

    private static string Quoted(string text) =>
        $"'{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";
}
