namespace SearchNotes.Posts.Files;

/// <summary>Gives each post its part of the ids.</summary>
internal static class PostIds
{
    /// <summary>The id of each path, in the same order.</summary>
    /// <remarks>
    /// The slugged file name without extension: posts/2013-07-07-Day Two.md → 2013-07-07-day-two. An index or README takes its folder's
    /// name.
    /// Where several share one, the folders before it are put in front of all of them until they differ. What differs in nothing but its
    /// extension or in signs that no slug has gets -2, -3 in the order of the paths.
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

    /// <summary>Takes one more folder for each id that is not alone; false when there is nothing to be done.</summary>
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
