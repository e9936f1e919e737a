using SearchNotes.Posts.Files;

namespace SearchNotes.Posts;

/// <summary>Reads files that whoever writes posts may have put there: a link may lead anywhere, to a pipe or a device without end
/// too.</summary>
public static class UntrustedFile
{
    /// <summary>Reads a file whole, if it really lies where it may. Never waits, and never takes more than the limit.</summary>
    /// <param name="path">The file, or a link to it.</param>
    /// <param name="area">The folder, itself without links, that it must lie below. Files below a <c>.git</c> do not.</param>
    /// <param name="maxBytes">A larger file is not read.</param>
    public static UntrustedBytes Read(string path, string area, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(area);
        try
        {
            // Of a file that is not there, which is most of them, no link need be followed.
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

    /// <summary>Reads a file whose path had no links when it was looked at.</summary>
    /// <param name="path">The real path.</param>
    /// <param name="maxBytes">A larger file is not read.</param>
    internal static UntrustedBytes ReadReal(string path, int maxBytes)
    {
        try
        {
            // Pipes and devices are as empty as an empty file, and opening one may wait for ever.
            if (new FileInfo(path).Length == 0)
                return new UntrustedBytes([], null);

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (stream.Length > maxBytes)
                return new UntrustedBytes(null, $"it is larger than {maxBytes} bytes");

            // A pull may have put a link in place since.
            if (RealPath.TryResolve(path) != path)
                return new UntrustedBytes(null, "it was replaced while it was read");

            var bytes = new byte[stream.Length];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return new UntrustedBytes(length == bytes.Length ? bytes : bytes[..length], null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // Not supported: it was replaced by a pipe, which has no length.
            return new UntrustedBytes(null, $"it cannot be read: {e.Message}");
        }
    }
}

/// <summary>What was in a file.</summary>
/// <param name="Bytes">All of it; <see langword="null"/> when there is no such file or it cannot be taken.</param>
/// <param name="Problem">Why it cannot be taken, in words; <see langword="null"/> when it was, or when there is none.</param>
public readonly record struct UntrustedBytes(byte[]? Bytes, string? Problem);
