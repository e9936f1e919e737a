using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SearchNotes.ModelMaker;

/// <summary>The package that carries the model, as NuGet keeps it on this machine. Its assembly is read as a file, never loaded.</summary>
internal static class SourcePackage
{
    /// <summary>The assembly in the package.</summary>
    public static string Assembly { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        typeof(SourcePackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "Source").Value!); // The project file gives it a value.

    /// <summary>Returns an embedded resource of the assembly.</summary>
    /// <param name="ending">How the name of the resource ends.</param>
    public static byte[] Resource(string ending)
    {
        using var file = new PEReader(File.OpenRead(Assembly));
        var metadata = file.GetMetadataReader();
        var resource = metadata.ManifestResources.Select(metadata.GetManifestResource)
            .Single(resource => metadata.GetString(resource.Name).EndsWith(ending, StringComparison.Ordinal));
        var section = file.GetSectionData(file.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        var start = (int)resource.Offset;
        var size = section.GetReader(start, sizeof(int)).ReadInt32();
        return section.GetReader(start + sizeof(int), size).ReadBytes(size);
    }
}
