using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace SearchNotes.Benchmarks.Load;

/// <summary>Kestrel with one fixed body and nothing around it: what the machine can send at most.</summary>
internal static class FixedServer
{
    /// <summary>Serves until the process is ended.</summary>
    /// <param name="port">Where, on this machine.</param>
    /// <param name="bytes">Size of the body.</param>
    public static async Task RunAsync(int port, int bytes)
    {
        var body = new byte[bytes];
        Array.Fill(body, (byte)' ');
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        app.Run(async http =>
        {
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = body.Length;
            await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
        });
        await app.RunAsync();
    }
}
