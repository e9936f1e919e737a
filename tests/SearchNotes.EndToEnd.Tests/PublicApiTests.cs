using SearchNotes.Api;
using SearchNotes.Cli;
using SearchNotes.Export;
using Xunit;

namespace SearchNotes.Tests;

/// <summary>What other assemblies can use of the service, the export and the command line.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Of_the_service() => Approved.Matches(PublicApi.Of(typeof(SearchNotesHost).Assembly));

    [Fact]
    public void Of_the_export() => Approved.Matches(PublicApi.Of(typeof(Exporter).Assembly));

    // ASP.NET Core's generator makes Program public.
    [Fact]
    public void The_command_line_has_none_but_its_program() =>
        Assert.Equal(["Program"], typeof(CommandLine).Assembly.GetExportedTypes().Select(type => type.FullName));
}
