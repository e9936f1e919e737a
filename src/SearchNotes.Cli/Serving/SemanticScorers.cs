using SearchNotes.Cli.Settings;
using SearchNotes.Cli.Terminal;
using SearchNotes.Querying;

namespace SearchNotes.Cli.Serving;

/// <summary>Opens ranking by meaning. The only place that knows it, and only in a program that was built with it.</summary>
internal static class SemanticScorers
{
    /// <summary>Whether this program was built with ranking by meaning.</summary>
    public static bool IsBuiltIn =>
#if SEMANTIC
        true;
#else
        false;
#endif

    /// <summary>Checks that this program can rank by meaning.</summary>
    /// <exception cref="SearchNotesException">It was not built with it, or the engine cannot.</exception>
    public static void Check(ProgramSettings settings)
    {
        if (!IsBuiltIn)
        {
            throw new SearchNotesException(Fault.Settings,
                "Ranking by meaning is not built into this program; build it with -p:Semantic=true (docs/semantic.md), or leave out the setting semantic.");
        }
        if (settings.Engine != SearchEngines.Embedded)
        {
            throw new SearchNotesException(Fault.Settings,
                $"Ranking by meaning works with the engine {SearchEngines.Embedded}, not with {settings.Engine}; leave out the setting semantic.");
        }
    }

    /// <summary>Opens the model and the vectors. Where the model cannot be used, says why; searches then go by words.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="screen">Receives the reason.</param>
    public static ISemanticScorer Open(ProgramSettings settings, Screen screen)
    {
        try
        {
            return OpenModel(settings);
        }
        catch (SearchNotesException fault) when (fault.Fault == Fault.Settings)
        {
            screen.Line($"{fault.Message} Until then searches go by words alone.", TextStyle.Warning);
            return new UnavailableScorer(fault.Message);
        }
    }

#if SEMANTIC
    private static SearchNotes.Semantic.SemanticIndex OpenModel(ProgramSettings settings) =>
        SearchNotes.Semantic.SemanticIndex.Open(settings.SemanticModel, settings.Index);
#else
    private static UnavailableScorer OpenModel(ProgramSettings settings) => throw new InvalidOperationException(settings.SemanticModel);
#endif
}
