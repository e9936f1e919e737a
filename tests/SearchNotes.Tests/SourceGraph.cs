using System.Text.RegularExpressions;

namespace SearchNotes.Tests;

/// <summary>The source files of a project, and which of them name a type of which others.</summary>
/// <remarks>Read from the text: a member that is called like a visible type counts as a use of it, an extension method does not.</remarks>
internal sealed partial class SourceGraph
{
    private readonly Dictionary<string, string[]> uses;

    private SourceGraph(Dictionary<string, string[]> uses) => this.uses = uses;

    /// <summary>Each use of one file by another, as paths below the project.</summary>
    public IEnumerable<(string From, string To)> Uses => uses.SelectMany(file => file.Value, (file, used) => (file.Key, used));

    /// <summary>Reads a project.</summary>
    public static SourceGraph Read(string project)
    {
        var root = Path.Combine(Repository.Root, "src", project);
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(root, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .Where(file => !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal))
            .ToDictionary(file => file.Path, file => new SourceText(file.Text), StringComparer.Ordinal);
        var types = files.SelectMany(file => file.Value.Types, (file, type) => (Type: type, file.Value.Namespace, file.Key))
            .ToLookup(type => type.Type, type => (type.Namespace, Path: type.Key), StringComparer.Ordinal);
        return new SourceGraph(files.ToDictionary(
            file => file.Key,
            file => file.Value.Names
                .SelectMany(name => types[name.Text].Where(type => file.Value.Sees(name, type.Namespace)), (_, type) => type.Path)
                .Where(path => path != file.Key)
                .Distinct()
                .ToArray(),
            StringComparer.Ordinal));
    }

    /// <summary>Files that use each other, directly or by way of others; a line for each group of them.</summary>
    public IEnumerable<string> Cycles()
    {
        var reached = uses.Keys.ToDictionary(file => file, Reach, StringComparer.Ordinal);
        return uses.Keys.Where(file => reached[file].Contains(file))
            .Select(file => string.Join(' ', reached[file].Where(other => reached[other].Contains(file)).Order(StringComparer.Ordinal)))
            .Distinct();
    }

    private HashSet<string> Reach(string start)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(uses[start]);
        while (next.TryPop(out var file))
        {
            if (!reached.Add(file))
                continue;
            foreach (var used in uses[file])
                next.Push(used);
        }

        return reached;
    }

    /// <summary>A name in a file, with what stands before its dot, if there is one.</summary>
    private readonly record struct Name(string Qualifier, string Text);

    /// <summary>What a file declares and what it names.</summary>
    private sealed partial class SourceText
    {
        private readonly string[] usings;

        public SourceText(string text)
        {
            var code = TextAndComments().Replace(text, match => match.Value[0] == '$' ? match.Value : " ");
            Namespace = NamespaceLine().Match(code).Groups["name"].Value;
            usings = [.. UsingLine().Matches(code).Select(match => match.Groups["name"].Value)];
            var declarations = Declaration().Matches(code);
            Types = [.. declarations.Where(match => match.Groups["indent"].Length == 0).Select(match => match.Groups["name"].Value)];
            var nested = declarations.Where(match => match.Groups["indent"].Length > 0).Select(match => match.Groups["name"].Value).ToHashSet();
            Names = [.. TypeName().Matches(code)
                .Select(match => new Name(match.Groups["qualifier"].Value, match.Groups["name"].Value))
                .Where(name => !nested.Contains(name.Text))
                .Distinct()];
        }

        public string Namespace { get; }

        public IReadOnlyList<string> Types { get; }

        public IReadOnlyList<Name> Names { get; }

        /// <summary>Whether a name can mean a type of a namespace.</summary>
        public bool Sees(Name name, string space)
        {
            if (name.Qualifier.Length > 0)
                return space.EndsWith($".{name.Qualifier}", StringComparison.Ordinal);
            return usings.Contains(space) || Namespace == space || Namespace.StartsWith($"{space}.", StringComparison.Ordinal);
        }

        // Interpolated text is kept: there is code in it.
        [GeneratedRegex(@"""""""[\s\S]*?""""""|\$?""(?:[^""\\\n]|\\.)*""|'(?:[^'\\\n]|\\.)+'|//[^\n]*", RegexOptions.None, 10_000)]
        private static partial Regex TextAndComments();

        [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline, 10_000)]
        private static partial Regex NamespaceLine();

        [GeneratedRegex(@"^using (?<name>[\w.]+);", RegexOptions.Multiline, 10_000)]
        private static partial Regex UsingLine();

        [GeneratedRegex(@"^(?<indent> *)(?:(?:public|internal|private|file|static|sealed|abstract|readonly|ref|partial) )*" +
            @"(?:class|record struct|record|struct|enum|interface) (?<name>\w+)", RegexOptions.Multiline, 10_000)]
        private static partial Regex Declaration();

        [GeneratedRegex(@"(?:(?<=\b(?<qualifier>\w+)\.)|(?<!\.))\b(?<name>[A-Z]\w*)", RegexOptions.None, 10_000)]
        private static partial Regex TypeName();
    }
}
