using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using SearchNotes.Cli;

// Some parsers lower-case with the current culture: with a Turkish one, TITLE* would become tıtle*.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// When Lucene opens an index, it compiles a regular expression to match a few file names: 15 of the 200 ms of processor
// time of a search command. Interpreting it costs nothing. The server keeps the compiler.
if (args is not ["serve", ..])
    AppContext.SetSwitch("System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported", false);

// Lines are flushed at once on a terminal and buffered for a pipe.
var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), encoding, 16 * 1024) { AutoFlush = !Console.IsOutputRedirected };
using var error = new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true };

// The first signal lets the command stop cleanly; the second terminates it. The handlers are registered before any command
// runs: System.CommandLine would register them at the command's first await, after the server has announced its address.
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

// Blocking here avoids compiling the state machine of an async Main at every start.
return CommandLine.RunAsync(args, new CommandContext
{
    Out = output,
    Error = error,
    In = Console.IsInputRedirected ? null : Console.In,
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
