using System.Runtime.InteropServices;
using Xunit;

namespace SearchNotes.Tests.Native;

/// <summary>The native program that <c>build/native.sh</c> makes.</summary>
internal static class NativeFile
{
    /// <summary>Where the script puts it.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "artifacts", "native", RuntimeInformation.RuntimeIdentifier,
        OperatingSystem.IsWindows() ? "searchnotes.exe" : "searchnotes");

    /// <summary>Skips the test where there is no native program, or only one of earlier sources.</summary>
    public static void Require()
    {
        Assert.SkipUnless(File.Exists(Path), "There is no native program; build/native.sh makes it.");
        Assert.SkipWhen(NewestSource() > File.GetLastWriteTimeUtc(Path),
            "The native program is older than the sources; build/native.sh makes it anew.");
    }

    private static DateTime NewestSource() =>
        Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(file => !IsBuilt(System.IO.Path.GetRelativePath(Repository.Root, file).Split(System.IO.Path.DirectorySeparatorChar)))
            .Max(File.GetLastWriteTimeUtc);

    private static bool IsBuilt(string[] path) => path.Contains("obj") || path.Contains("bin");
}
