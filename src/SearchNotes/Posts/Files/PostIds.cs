namespace SearchNotes.Posts.Files;

/// <summary>Assigns each post its part of the ids.</summary>
internal static class PostIds
{
    /// <summary>Returns the id of each path, in the same order.</summary>
    /// <remarks>
    /// An id is the slugged file name without extension: posts/2013-07-07-Day Two.md → 2013-07-07-day-two. An index or README takes its
    /// folder's name.
    /// If several posts share an id, folder names are prepended to all of them until the ids differ. Paths that differ only in their
    /// extension or in characters that slugs drop get -2, -3 in path order.
    /// </remarks>
    internal static IReadOnlyList<string> Assign(IReadOnlyList<string> paths)
    {
        var parts = paths.Select(path => PostPath.Read(path).NameAndFolders().Select(Slug.Make).Where(part => part.Length > 0).ToArray())
            .ToArray();
        var folders = new int[parts.Length];
        var ids = parts.Select(part => Id(part, 0)).ToArray();
        while (Lengthen(ids, parts, folders))
        {
            for (var i = 0; i < ids.Length; i++)
                ids[i] = Id(parts[i], folders[i]);
        }

        return Numbered(ids);
    }

    /// <summary>Adds one more folder to each duplicate id.</summary>
    /// <returns>False if nothing was changed.</returns>
    private static bool Lengthen(string[] ids, string[][] parts, int[] folders)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in ids)
            counts[id] = counts.GetValueOrDefault(id) + 1;
        var lengthened = false;
        for (var i = 0; i < ids.Length; i++)
        {
            if (counts[ids[i]] == 1 || folders[i] + 1 >= parts[i].Length)
                continue;
            folders[i]++;
            lengthened = true;
        }

        return lengthened;
    }

    private static string Id(string[] nameAndFolders, int folders) =>
        nameAndFolders.Length == 0 ? "post" : string.Join('-', nameAndFolders.Take(folders + 1).Reverse());

    private static string[] Numbered(string[] ids)
    {
        var taken = ids.ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++)
        {
            var id = ids[i];
            for (var number = 2; !seen.Add(ids[i]); number++)
                ids[i] = taken.Contains($"{id}-{number}") ? id : $"{id}-{number}";
        }

        return ids;
    }
}
