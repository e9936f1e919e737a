namespace SearchNotes.Tests.Export;

/// <summary>Posts that try to become markup, to leave the folder, or to collide with each other's files.</summary>
internal static class HostilePosts
{
    /// <summary>A post whose every part tries to become markup. A page on which one part succeeds has the title "owned".</summary>
    public static readonly (string Path, string Text) Markup =
        ("2021-01-01-hostile.md", """
            ---
            title: "<script>document.title='owned'</script>"
            tags: ["<img src=x onerror=document.title='owned'>", "a\" onclick=\"document.title='owned'",
              "..", ".", "../../../etc", "c#", "c++", "ci/cd", "aux", "index.html", "C:\\x", "日本語", "%2e%2e%2fx"]
            event: "</title><script>document.title='owned'</script>"
            location: "<iframe src=javascript:parent.document.title='owned'>"
            permalink: "javascript:document.title='owned'"
            ---

            # Eve <img src=x onerror=document.title='owned'> on harmless things </script><script>document.title='owned'</script>

            Nothing but harmless words. </script><script>document.title='owned'</script> <img src=x onerror="document.title='owned'">

            ## "><svg onload=document.title='owned'>

            > harmless <b onclick=document.title='owned'>quote</b>

            ```"><script>document.title='owned'</script>
            harmless(); </code></pre><script>document.title='owned'</script>
            ```

            # ../../Mallory on Folders above

            Still harmless.
            """);

    /// <summary>All hostile posts.</summary>
    public static readonly (string Path, string Text)[] All =
    [
        Markup,
        ("2021-01-02-elsewhere.md", """
            ---
            title: Elsewhere
            permalink: //evil.example/x
            ---

            # Ann Low on Other hosts

            Leads away, or would.

            # Ben High on Other hosts too

            The same.
            """),
        ($"2021-01-03-{new string('x', 180)}.md", $"""
            ---
            title: Long
            tags: ["{new string('y', 400)}", "{new string('語', 200)}"]
            ---

            # Cy Long on {new string('z', 300)}

            A long name.

            # Dee Short on Short names

            A short one.
            """),
        ("undated.md", """
            ---
            title: Undated
            ---

            # Eli Day on Nothing but time

            No date.

            # Fay Day on Still no time

            None either.
            """),
    ];
}
