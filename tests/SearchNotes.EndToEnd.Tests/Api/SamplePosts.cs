namespace SearchNotes.Tests.Api;

/// <summary>A small made-up blog with everything in it that an answer can show.</summary>
internal static class SamplePosts
{
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (path, text) in Posts)
            File.WriteAllText(Path.Combine(folder, path), text);
    }

    /// <summary>The posts.</summary>
    public static IReadOnlyList<(string Path, string Text)> All => Posts;

    /// <summary>The settings file of the blog.</summary>
    public static (string Path, string Text) Settings =>
        ("searchnotes.json", """{ "site_url": "https://blog.example", "anchors": "github" }""");

    private static readonly (string Path, string Text)[] Posts =
    [
        ("2013-07-07-notes-conf-day-two.md", """
            ---
            title: Notes Conf 2013, Day Two
            tags: python, conference
            location: Hobart, Tasmania
            event: Notes Conf 2013
            permalink: /2013/notes-conf-day-two/
            language: en
            ---

            I was at Notes Conf and typed along. The coffee was good.

            # Ada Quill on Classifying newspapers with support vectors

            Newspapers arrive every morning and somebody has to sort them.

            ## Training

            Start with a small model and look at what it gets wrong.

            ```python
            clf = LinearSVC()
            clf.fit(samples, labels)
            ```

            > A model nobody looks at is a rumour.

            ## Q&A

            How many newspapers were there?

            > About nine thousand, over three winters.

            # Boris Lang on Queues that forgive

            Jobs fail. A queue that forgives runs them again, later, and tells somebody.

            ## Retrying

            Call `q.enqueue` with a deadline. Wait longer each time.

            ```python
            q.enqueue(resize, image, retry=3)
            ```

            # Chiara Vale on Drawing maps by hand

            A map is an argument. Draw the coast first, then the rivers.
            """),
        ("2015-03-14-evening-of-parsers.md", """
            ---
            title: An Evening of Parsers
            tags: parsing, conference
            event: Parser Evening 2015
            location: Ghent
            permalink: /2015/evening-of-parsers/
            language: en
            ---

            # Ada Quill on Grammars you can read aloud

            A grammar that cannot be read aloud will be misread in silence.

            # Dimitri Oak on Recovering from errors

            When a parser meets a word it does not expect, it should guess, and say that it guessed.

            ## Panic

            Skip to the next semicolon. It is crude, and it works.
            """),
        ("2016-01-02-why-i-take-notes.md", """
            ---
            title: Why I take notes
            tags: meta
            permalink: /2016/why-i-take-notes/
            language: en
            ---

            Because I forget. Notes are letters to somebody who will not remember, written by hand or not.
            """),
    ];
}
