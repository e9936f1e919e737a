using System.Reflection;
using SearchNotes.Talks.Readings;
using Xunit;

namespace SearchNotes.Tests.Talks.Readings;

public sealed class WordFilesTests
{
    [Fact]
    public void Every_list_of_the_files_is_used()
    {
        var members = typeof(Words).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(field => field.Name);

        Assert.Equal(members.Order(StringComparer.Ordinal), WordFiles.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Entries_are_in_lower_case_and_no_language_repeats_one()
    {
        var odd =
            from file in Directory.GetFiles(Path.Combine(Repository.Root, "src", "SearchNotes", "Talks", "Readings", "Words"), "*.txt")
            from list in File.ReadAllText(file).Split("\n\n").Skip(1)
            let entries = list.Split('\n', 2)[1].Split([",\n", ", ", "\n"], StringSplitOptions.RemoveEmptyEntries)
            from entry in entries.Where(entry => entry.Any(char.IsUpper) || entries.Count(other => other == entry) > 1)
            select $"{Path.GetFileName(file)}: {entry}";

        Assert.Empty(odd);
    }

    [Fact]
    public void An_entry_keeps_the_spaces_around_it() => Assert.Contains(" von ", Words.ByWords);

    [Fact]
    public void Chinese_words_are_known_in_both_forms()
    {
        Assert.True(Words.Endings.Has("总结"));
        Assert.True(Words.Endings.Has("總結"));
    }
}
