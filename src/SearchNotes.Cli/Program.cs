using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using SearchNotes.Cli;

// Some parsers lower-case by the current culture: under a Turkish one TITLE* would become tıtle*.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Opening an index, Lucene compiles a regular expression to match a few file names with: 15 of the 200 ms of processor
// time that a search takes. Interpreted, it costs nothing; a server keeps the compiler.
if (args is not ["serve", ..])
    AppContext.SetSwitch("System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported", false);

// A terminal shows each line at once; a pipe gets large pieces.
var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), encoding, 16 * 1024) { AutoFlush = !Console.IsOutputRedirected };
using var error = new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true };

// The first request to stop lets the command end in order, the second ends it. Registered here, before any command runs: the
// library would do it at a command's first pause, which for a server is after it has said that it serves.
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

// Waited for here, not awaited: what a state machine needs is compiled at every start.
return CommandLine.RunAsync(args, new CommandContext
{
    Out = output,
    Error = error,
    OutIsTerminal = !Console.IsOutputRedirected,
    ErrorIsTerminal = !Console.IsErrorRedirected,
    Width = Console.IsOutputRedirected ? 100 : Math.Clamp(Console.WindowWidth, 40, 200),
    Folder = Environment.CurrentDirectory,
    Variable = Environment.GetEnvironmentVariable,
    VariableNames = static () => Environment.GetEnvironmentVariables().Keys.Cast<string>(),
}, stop.Token).GetAwaiter().GetResult();

void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
