namespace SearchNotes.Tests.Cli;

/// <summary>Posts for the command line's tests: all people and events are invented.</summary>
internal static class CliPosts
{
    /// <summary>Two talks, code, a question round and a group that stayed empty.</summary>
    public const string Meetup = """
        ---
        title: Lantern Meetup, May
        tags: [evening, python]
        location: Port Ellery
        event: Lantern Meetup
        ---

        Notes from the back row.

        # Ada Moth on Queues that never sleep

        A queue is a promise that somebody else will do it.

        ## Workers

        ```python
        q = Queue(connection=redis)
        q.enqueue(count_words, url)
        ```

        > Start one worker. Then start another.

        ## Q&A

        Q: What happens to a job whose worker dies?

        A: It is picked up again after its lease ends.

        # Bo Reed on Lighthouses and load balancing

        Every lamp needs a keeper. Health checks are keepers that never sleep.

        # Lightning Talks

        """;

    /// <summary>A post about no talk.</summary>
    public const string Garden = """
        ---
        title: Tomatoes
        ---

        The tomatoes are late this year.
        """;

    /// <summary>A draft.</summary>
    public const string Draft = """
        ---
        title: Not yet
        draft: true
        ---

        Half a thought.
        """;

    /// <summary>Puts the posts into the folder's corpus.</summary>
    public static CliFolder WithPosts(this CliFolder folder) => folder
        .Write("corpus/2024-05-14-lantern-meetup.md", Meetup)
        .Write("corpus/2024-06-01-tomatoes.md", Garden)
        .Write("corpus/2024-06-02-not-yet.md", Draft);

    /// <summary>Puts the posts into the folder's corpus and indexes them.</summary>
    public static CliFolder WithIndex(this CliFolder folder)
    {
        Xunit.Assert.Equal((0, ""), folder.WithPosts().Run("reindex") is var run ? (run.Code, run.Error) : default);
        return folder;
    }
}
