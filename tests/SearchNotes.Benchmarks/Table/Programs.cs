using System.Diagnostics;
using SearchNotes.Tests;

namespace SearchNotes.Benchmarks.Table;

/// <summary>The programs that are measured: ours as it is published, one that does nothing, and the peers that are there.</summary>
/// <param name="Cli">SearchNotes.</param>
/// <param name="Empty">A .NET program without a statement: what starting a process costs.</param>
/// <param name="Pagefind">Pagefind; <see langword="null"/> when it is not on the path.</param>
/// <param name="Java">Lucene for Java, where a Java compiler and Debian's <c>liblucene8-java</c> are; else <see langword="null"/>.</param>
/// <param name="Groonga">Groonga; <see langword="null"/> when it is not on the path.</param>
/// <param name="Node">Node, where it finds MiniSearch from the current folder or by NODE_PATH; else <see langword="null"/>.</param>
internal sealed record Programs(string Cli, string Empty, string? Pagefind, JavaPeer? Java, string? Groonga, string? Node)
{
    /// <summary>Publishes ours and looks for the others.</summary>
    public static Programs Prepare(string work)
    {
        var empty = Directory.CreateDirectory(Path.Combine(work, "empty")).FullName;
        File.WriteAllText(Path.Combine(empty, "Empty.csproj"),
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>\n");
        File.WriteAllText(Path.Combine(empty, "Program.cs"), "return;\n");
        return new Programs(
            PrepareCli(work),
            Publish(empty, Path.Combine(work, "programs", "empty"), "Empty"),
            OnPath("pagefind"),
            OnPath("javac") is { } compiler && OnPath("java") is { } java
                ? JavaPeer.Prepare(java, compiler, Path.Combine(work, "programs", "java")) : null,
            OnPath("groonga"),
            OnPath("node") is { } node && FindsMiniSearch(node) ? node : null);
    }

    /// <summary>Publishes ours alone. Where <c>SEARCHNOTES_PROGRAM</c> names a program, that one is measured.</summary>
    public static string PrepareCli(string work) => Environment.GetEnvironmentVariable("SEARCHNOTES_PROGRAM")
        ?? Publish(Path.Combine(Repository.Root, "src", "SearchNotes.Cli"), Path.Combine(work, "programs", "cli"), "SearchNotes.Cli");

    private static string Publish(string project, string folder, string name)
    {
        using var publish =
            Child.Start("dotnet", Repository.Root, "publish", project, "-c", "Release", "-o", folder, "--nologo", "-v", "quiet");
        publish.End();
        return Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
    }

    /// <summary>Returns the file of a program on the path; <see langword="null"/> if there is none.</summary>
    public static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }).FirstOrDefault(File.Exists);

    private static bool FindsMiniSearch(string node)
    {
        // As in Child.
        using var asked =
            Process.Start(new ProcessStartInfo(node, ["-e", "require.resolve('minisearch')"]) { RedirectStandardError = true })!;
        asked.StandardError.ReadToEnd();
        asked.WaitForExit();
        return asked.ExitCode == 0;
    }
}
