using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;

namespace SearchNotes.Api.Reindexing;

/// <summary>Notifies systemd when the service is ready and when it stops, and brings the index up to date when systemd asks it to reload
/// (<c>SIGHUP</c>). Registered only when systemd waits for notifications: on a terminal the same signal ends the program.</summary>
internal sealed class ServiceManager(
    ISystemdNotifier systemd, ReindexTasks tasks, IHostApplicationLifetime life, ILogger<ServiceManager> log) : IHostedService, IDisposable
{
    private PosixSignalRegistration? reload;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        life.ApplicationStarted.Register(() => systemd.Notify(ServiceState.Ready));
        life.ApplicationStopping.Register(() => systemd.Notify(ServiceState.Stopping));
        reload = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Reload);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => reload?.Dispose();

    private void Reload(PosixSignalContext signal)
    {
        signal.Cancel = true; // By default the signal ends the process.
        if (tasks.TryStart(ReindexMode.Changes) is null)
            log.LogReloadBusy();
    }
}
