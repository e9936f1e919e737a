using System.Reflection;
using PublicApiGenerator;

namespace SearchNotes.Tests;

/// <summary>The public API of an assembly as text, for comparison with a golden file.</summary>
internal static class PublicApi
{
    /// <summary>Returns the declarations of all public types and members.</summary>
    public static string Of(Assembly assembly) =>
        assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false });
}
