using System.Text;

namespace SearchNotes.Benchmarks.Corpora;

/// <summary>Writes the notes of a talk: prose, lists, quotes, code, questions and answers, under a heading now and then.</summary>
internal sealed class MadeUpNotes(MadeUpWords words, Dice dice)
{
    private readonly StringBuilder text = new();
    private readonly List<string> identifiers = [];
    private readonly List<string> sentence = [];

    /// <summary>Writes them. One talk in four was only listed and has none.</summary>
    public (string Body, IReadOnlyList<string> Identifiers) Write()
    {
        text.Clear();
        identifiers.Clear();
        if (dice.Chance(0.24))
            return ("", []);

        // Many short notes and a few long ones.
        var blocks = 1 + (int)(10 * dice.Unit() * dice.Unit() * dice.Unit());
        for (var i = 0; i < blocks; i++)
        {
            if (i > 0 && dice.Chance(0.2))
                Block("## " + MadeUpWords.Capital(words.Telling(dice)) + " " + words.Telling(dice));
            AddBlock();
        }

        if (dice.Chance(0.15))
            Block($"## Q&A\n\nQ: {Sentence('?')}\n\nA: {Sentence()} {Sentence()}");
        return (text.ToString().TrimEnd('\n'), [.. identifiers]);
    }

    /// <summary>A sentence.</summary>
    public string Sentence(char end = '.')
    {
        sentence.Clear();
        for (var left = dice.Between(6, 18); left > 0; left--)
            sentence.Add(words.Any(dice));
        return MadeUpWords.Capital(string.Join(' ', sentence)) + end;
    }

    private void AddBlock()
    {
        switch (dice.Below(10))
        {
            case < 6:
                Block(string.Join(' ', Enumerable.Range(0, dice.Between(1, 5)).Select(_ => Sentence()))
                    + (dice.Chance(0.2) ? $" Call `{Identifier()}`." : ""));
                break;
            case < 8:
                Block(string.Join('\n', Enumerable.Range(0, dice.Between(2, 5)).Select(_ => "* " + Sentence())));
                break;
            case 8:
                Block("> " + Sentence() + "\n> " + Sentence());
                break;
            default:
                Block(Code());
                break;
        }
    }

    private string Code()
    {
        var (function, argument) = (Identifier(), words.Telling(dice));
        string[] lines =
            [$"def {function}({argument}):", $"    total = {Identifier()}({argument}, {dice.Below(100)})",
                $"    return total.{words.Telling(dice)}()"];
        return dice.Chance(0.5)
            ? "```python\n" + string.Join('\n', lines) + "\n```" : string.Join('\n', lines.Select(line => "    " + line));
    }

    private string Identifier()
    {
        var (first, second) = (words.Telling(dice), words.Telling(dice));
        var identifier = dice.Chance(0.5) ? $"{first}_{second}" : MadeUpWords.Capital(first) + MadeUpWords.Capital(second);
        identifiers.Add(identifier);
        return identifier;
    }

    private void Block(string block) => text.Append(block).Append("\n\n");
}
