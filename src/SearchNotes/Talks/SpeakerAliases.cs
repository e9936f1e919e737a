using System.Collections.Frozen;
using SearchNotes.Posts;

namespace SearchNotes.Talks;

/// <summary>The aliases file of a corpus (<c>speakers.yaml</c>): other spellings of people's names.</summary>
/// <remarks>A list of persons: <c>- name: Jacob Kaplan-Moss</c>, <c>aliases: [jacobian, Jacon Kaplan-Moss]</c>, <c>url:
/// https://…</c>, <c>hide: true</c>.</remarks>
public sealed class SpeakerAliases
{
    private readonly FrozenDictionary<string, AliasEntry> people;

    private SpeakerAliases(IEnumerable<AliasEntry> people, IReadOnlyList<Warning> warnings)
    {
        Warnings = warnings;
        var byKey = new Dictionary<string, AliasEntry>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            foreach (var name in person.Aliases.Prepend(person.Name))
                byKey.TryAdd(Key(name), person);
        }

        this.people = byKey.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>No aliases.</summary>
    public static SpeakerAliases None { get; } = new([], []);

    /// <summary>The file's name in the corpus folder.</summary>
    public static string FileName => AliasesFile.Speakers.Name;

    /// <summary>Warnings about the file, in order of lines.</summary>
    public IReadOnlyList<Warning> Warnings { get; }

    /// <summary>Reads the file of a corpus; a corpus without the file has no aliases. Invalid entries are skipped with a warning.</summary>
    public static SpeakerAliases Read(Corpus corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var (people, warnings) = AliasesFile.Speakers.Read(ReadFile(corpus));
        return new SpeakerAliases(people, warnings);
    }

    /// <summary>Entries of a corpus's file.</summary>
    internal static UntrustedBytes ReadFile(Corpus corpus) => corpus.ReadBeside(AliasesFile.Speakers.Name, AliasesFile.MaxBytes);

    /// <summary>The speaker that a written name stands for; <see langword="null"/> for a person who is hidden.</summary>
    internal Speaker? Resolve(string written, string? detail)
    {
        var name = this.people.TryGetValue(Key(written), out var person) ? person.Name : written;
        if (person is { IsHidden: true })
            return null;
        var slug = Slug.Make(name);
        return new Speaker(name, slug.Length > 0
            ? slug : "someone", name == written ? null : written, detail, person?.Url)
        { Aliases = person?.Aliases ?? [] };
    }

    private static string Key(string name) =>
        Slug.Make(name.TrimStart('@')) is { Length: > 0 } slug ? slug : name;
}
