using SearchNotes.Posts.Files;

namespace SearchNotes.Posts;

/// <summary>Reads files that authors of posts may have created. Such a file can be a link to any path, including a pipe or an endless
/// device.</summary>
public static class UntrustedFile
{
    /// <summary>Reads a whole file if its real path is in the permitted area. Never blocks, and never reads more than the
    /// limit.</summary>
    /// <param name="path">The file, or a link to it.</param>
    /// <param name="area">The permitted folder, with links resolved. Files in a <c>.git</c> folder below it are refused.</param>
    /// <param name="maxBytes">Maximum size in bytes; a larger file is not read.</param>
    public static UntrustedBytes Read(string path, string area, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(area);
        try
        {
            // Most of the files looked for do not exist. Resolving links is unnecessary for them.
            if (!File.Exists(path))
                return default;
            return RealPath.TryResolve(path) is { } real && RealPath.IsBelow(real, area) && !RealPath.IsInRepository(real, area)
                ? ReadReal(real, maxBytes)
                : new UntrustedBytes(null, "it is a link that leads out of the posts");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new UntrustedBytes(null, $"it cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads a file whose path has already been resolved.</summary>
    /// <param name="path">The real path.</param>
    /// <param name="maxBytes">Maximum size in bytes; a larger file is not read.</param>
    internal static UntrustedBytes ReadReal(string path, int maxBytes)
    {
        try
        {
            // Pipes and devices report length 0, like an empty file, and opening one may block forever.
            if (new FileInfo(path).Length == 0)
                return new UntrustedBytes([], null);

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (stream.Length > maxBytes)
                return new UntrustedBytes(null, $"it is larger than {maxBytes} bytes");

            // A pull may have replaced the file with a link in the meantime.
            if (RealPath.TryResolve(path) != path)
                return new UntrustedBytes(null, "it was replaced while it was read");

            var bytes = new byte[stream.Length];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return new UntrustedBytes(length == bytes.Length ? bytes : bytes[..length], null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // NotSupportedException: the file was replaced by a pipe, which has no length.
            return new UntrustedBytes(null, $"it cannot be read: {e.Message}");
        }
    }
}

/// <summary>Result of reading an untrusted file.</summary>
/// <param name="Bytes">The file's content; <see langword="null"/> if the file does not exist or cannot be read.</param>
/// <param name="Problem">Why the file cannot be read; <see langword="null"/> if it was read or does not exist.</param>
public readonly record struct UntrustedBytes(byte[]? Bytes, string? Problem);
