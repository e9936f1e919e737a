using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchNotes.Api;
using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Serving;

/// <summary>Runs the web service until it is stopped. The only place of the command line that knows the web.</summary>
/// <param name="context">Where it runs.</param>
internal sealed class WebServer(CommandContext context)
{
    /// <summary>Listens, says where, and returns when the service has finished its last request.</summary>
    /// <exception cref="SearchNotesException">An option makes no sense, or the address is taken.</exception>
    public async Task<int> RunAsync(ServeOptions options, CancellationToken cancel)
    {
        await using var app = SearchNotesHost.Create(options, context.Time, context.ErrorIsTerminal ? LogForPeople : null);
        await StartAsync(app, options, cancel);
        new Welcome(Screen.Out(context)).Write([.. app.Urls], options.PublicUrl, counts: options.QueryLog is not null);
        context.Out.Flush();
        await app.WaitForShutdownAsync(cancel);
        return ExitCode.Done;
    }

    /// <summary>Holds the addresses until what it returns is disposed.</summary>
    /// <exception cref="SearchNotesException">An option makes no sense, or the address is taken.</exception>
    public static async Task<IAsyncDisposable> HoldAddressesAsync(ServeOptions options, CancellationToken cancel)
    {
        var app = WaitingHost.Create(options);
        try
        {
            await StartAsync(app, options, cancel);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static async Task StartAsync(WebApplication app, ServeOptions options, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException e)
        {
            // What runs in the background has begun already, and would be reported as broken down.
            await app.StopAsync(CancellationToken.None);
            throw new SearchNotesException(Fault.Settings,
                $"Cannot listen on {string.Join(" and ", options.Urls)}: {e.GetBaseException().Message.TrimEnd('.')}. Choose another address with --urls.", e);
        }
    }

    /// <summary>A line per event instead of the JSON that collectors read.</summary>
    private void LogForPeople(ILoggingBuilder logging) =>
        logging.AddProvider(new TerminalLog(Screen.Error(context), context.Time));
}
