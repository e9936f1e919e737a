using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchNotes.Api;
using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Serving;

/// <summary>Runs the web service until it is stopped. Only this class of the command line uses ASP.NET Core.</summary>
/// <param name="context">The environment of this run.</param>
internal sealed class WebServer(CommandContext context)
{
    /// <summary>Starts the service, prints its addresses, and returns after shutdown.</summary>
    /// <exception cref="SearchNotesException">An option is invalid, or the address is taken.</exception>
    public async Task<int> RunAsync(ServeOptions options, CancellationToken cancel)
    {
        await using var app = SearchNotesHost.Create(options, context.Time, context.ErrorIsTerminal ? LogForPeople : null);
        await StartAsync(app, options, cancel);
        new Welcome(Screen.Out(context)).Write([.. app.Urls], options.PublicUrl, counts: options.QueryLog is not null);
        context.Out.Flush();
        await app.WaitForShutdownAsync(cancel);
        return ExitCode.Done;
    }

    /// <summary>Listens on the addresses until the returned object is disposed, and answers requests with 503.</summary>
    /// <exception cref="SearchNotesException">An option is invalid, or the address is taken.</exception>
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
            // The background services have started; without a stop they would be logged as failed.
            await app.StopAsync(CancellationToken.None);
            throw new SearchNotesException(Fault.Settings,
                $"Cannot listen on {string.Join(" and ", options.Urls)}: {e.GetBaseException().Message.TrimEnd('.')}. Choose another address with --urls.", e);
        }
    }

    /// <summary>Logs a line of text per event instead of JSON.</summary>
    private void LogForPeople(ILoggingBuilder logging) =>
        logging.AddProvider(new TerminalLog(Screen.Error(context), context.Time));
}
