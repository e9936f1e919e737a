using SearchNotes.Cli.Terminal;

namespace SearchNotes.Cli.Starting;

/// <summary>Asks questions on a terminal; elsewhere the guess is the answer.</summary>
/// <param name="context">The environment of this run.</param>
/// <param name="mayAsk">Whether questions are allowed.</param>
internal sealed class Questions(CommandContext context, bool mayAsk)
{
    private readonly TextReader? input = mayAsk && context.OutIsTerminal ? context.In : null;

    /// <summary>Asks a question. An empty answer takes the guess; an answer that is not valid is asked again, once.</summary>
    /// <param name="question">The question, without a question mark.</param>
    /// <param name="guess">The guess; <see langword="null"/> when there is none.</param>
    /// <param name="isValid">Whether an answer is valid. Default: any.</param>
    /// <returns>The answer, or the guess.</returns>
    public string? Ask(string question, string? guess, Func<string, bool>? isValid = null)
    {
        for (var attempt = 0; input is not null && attempt < 2; attempt++)
        {
            context.Out.Write($"{question} [{(guess is null ? "leave empty if you do not know" : Printable.Line(guess))}]: ");
            context.Out.Flush();
            var answer = input.ReadLine()?.Trim();
            if (string.IsNullOrEmpty(answer))
                return guess;
            if (isValid?.Invoke(answer) != false)
                return answer;
            Screen.Out(context).Line("That is not an address such as https://blog.example.", TextStyle.Warning);
        }

        return guess;
    }
}
