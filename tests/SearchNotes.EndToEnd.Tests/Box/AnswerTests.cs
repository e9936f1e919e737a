using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Xunit;

namespace SearchNotes.Tests.Box;

/// <summary>What the box makes of the service's answers: good ones, odd ones, late ones, none.</summary>
public sealed class AnswerTests(Browser browser)
{
    [Fact]
    public async Task A_talk_is_shown_with_its_people_event_year_and_passages()
    {
        await using var blog = await Blog.OpenAsync(browser);

        await blog.SearchAsync("queue");
        var talks = blog.Page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Group);

        await Assertions.Expect(talks).ToHaveCountAsync(3);
        await Blog.SeeAsync(talks.Nth(0).Locator(".by"), "Ines Okafor and Tomás Brandt · North Sea Data Days 2024");
        await Blog.SeeAsync(talks.Nth(1).Locator(".by"), "Yusuf Lindqvist · keynote · Small Systems · 2023");
        await Blog.SeeAsync(talks.Nth(2).Locator(".by"), "post · 2022");
        await Assertions.Expect(talks.Nth(0).Locator("mark")).ToHaveTextAsync(["queue", "the queue", "queue"]);
        await Assertions.Expect(talks.Nth(0).Locator("code"))
            .ToHaveTextAsync("with queue.take(timeout=30) as job:\n    report = build(job.month)\n    job.done(report.path)");
        await Assertions.Expect(blog.Announced).ToHaveTextAsync("24 results");
    }

    [Fact]
    public async Task What_the_blog_recommends_and_the_name_that_the_query_is_come_first()
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = _ => FakeService.Sample(answer =>
        {
            answer["best_bets"] = JsonNode.Parse("""[{"title": "Our rules", "url": "/conduct/", "talk_id": null}, {"title": "Start here", "url": null, "talk_id": "a.b"}, {"title": "Bad", "url": "javascript:alert(1)", "talk_id": null}]""");
            answer["names"] = JsonNode.Parse("""[{"facet": "speaker", "name": "Ada Quill", "slug": "ada-quill", "talks": 2}, {"facet": "tag", "name": "c#", "slug": "c#", "talks": 2}, {"facet": "kind", "name": "keynote", "slug": "keynote", "talks": 1}]""");
        });

        await blog.SearchAsync("queue");
        var talks = blog.Page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Group);

        await Assertions.Expect(talks).ToHaveCountAsync(7);
        await Blog.SeeAsync(talks.Nth(0).Locator(".by"), "Recommended");
        await Blog.SeeAsync(talks.Nth(3).Locator(".by"), "Speaker · 2 results");
        Assert.EndsWith("/conduct/", await blog.Options.Nth(0).GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Equal($"{blog.Service.Address}/talks/a.b", await blog.Options.Nth(1).GetAttributeAsync("href"));
        Assert.Null(await blog.Options.Nth(2).GetAttributeAsync("href"));
        Assert.Equal($"{blog.Service.Address}/speakers/ada-quill", await blog.Options.Nth(3).GetAttributeAsync("href"));
    }

    [Fact]
    public async Task A_passage_leads_to_its_words_and_a_talk_without_an_address_to_its_page_at_the_service()
    {
        await using var blog = await Blog.OpenAsync(browser);

        await blog.SearchAsync("queue");

        await Assertions.Expect(blog.Options.Nth(1)).ToHaveAttributeAsync(
            "href", "https://blog.test/2024/north-sea-data-days-day-one/#what-goes-wrong:~:text=the%20queue");
        await Assertions.Expect(blog.Options.Nth(2)).ToHaveAttributeAsync(
            "href", "https://blog.test/2024/north-sea-data-days-day-one/#say-when-you-are-done");
        await Assertions.Expect(blog.Options.Nth(6)).ToHaveAttributeAsync("href", $"{blog.Service.Address}/talks/2022-11-05-hack-evening");
    }

    [Fact]
    public async Task Opened_hits_are_reported_only_where_the_blogger_wants_it()
    {
        Blog.OnlyAsksService();
        await using var silent = await Blog.OpenAsync(browser);
        await using var counting = await Blog.OpenAsync(browser, "count=on");

        await silent.SearchAsync("queue");
        await counting.SearchAsync("queue");

        await Assertions.Expect(counting.Options.First).ToHaveAttributeAsync(
            "ping", new System.Text.RegularExpressions.Regex($@"^{counting.Service.Address}/api/opened\?id=[a-z0-9.-]+&q=queue$"));
        Assert.Null(await silent.Options.First.GetAttributeAsync("ping"));
    }

    [Fact]
    public async Task A_heading_of_the_very_page_is_gone_to_without_loading_it_again()
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = _ => FakeService.Sample(answer => answer["hits"]![0]!["url"] = $"{blog.Address}#what-goes-wrong");
        await blog.Page.EvaluateAsync("window.same = true");

        await blog.SearchAsync("queue");
        await blog.SettleAsync();
        await blog.PressAsync("ArrowDown", "Enter");

        await Blog.ArriveAsync(blog.Page, "/post/#what-goes-wrong");
        await Assertions.Expect(blog.Dialog).ToBeHiddenAsync();
        Assert.True(await blog.Page.EvaluateAsync<bool>("window.same"));
    }

    [Fact]
    public async Task A_talk_without_a_topic_is_its_kind_by_its_speaker()
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = q => FakeService.Sample(answer =>
        {
            var hit = answer["hits"]![0]!;
            (hit["topic"], hit["kind"], hit["speakers"]) = ("Ada Quill", "lightning_talk", new JsonArray("Ada Quill"));
            hit["topic_runs"] = new JsonArray(new JsonObject { ["text"] = "Ada Quill", ["match"] = true });
            hit["speaker_runs"] = new JsonArray(new JsonArray(new JsonObject { ["text"] = "Ada Quill", ["match"] = true }));
        });

        await blog.SearchAsync("ada");

        await Assertions.Expect(blog.Options.First.Locator(".topic")).ToHaveTextAsync("lightning talk by Ada Quill");
        await Assertions.Expect(blog.Options.First.Locator(".by")).Not.ToContainTextAsync("lightning talk");
    }

    [Fact]
    public async Task A_term_that_looks_like_HTML_is_text()
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = q => FakeService.Sample(answer =>
        {
            answer["hits"]![0]!["topic_runs"] = new JsonArray(new JsonObject { ["text"] = q, ["match"] = true });
            answer["near_only"] = true;
        });

        await blog.SearchAsync("<img src=x onerror=alert(1)>");

        await Assertions.Expect(blog.Options.First.Locator("mark")).ToHaveTextAsync("<img src=x onerror=alert(1)>");
        await Blog.SeeAsync(blog.Announced, "No good answer to “<img src=x onerror=alert(1)>”");
        await Assertions.Expect(blog.Page.Locator("img")).ToHaveCountAsync(0);
        Assert.Empty(blog.Console);
    }

    [Fact]
    public async Task An_address_of_another_scheme_than_the_webs_is_not_followed()
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = _ => FakeService.Sample(answer => answer["hits"]![0]!["url"] = "javascript:alert(1)");

        await blog.SearchAsync("queue");

        await Assertions.Expect(blog.Options.First)
            .ToHaveAttributeAsync("href", $"{blog.Service.Address}/talks/2024-05-18-north-sea-data-days-day-one.ines-okafor");
    }

    [Fact]
    public async Task Words_that_were_given_up_found_nowhere_or_corrected_are_said()
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = _ => FakeService.Sample(answer =>
        {
            answer["given_up"] = new JsonArray("quokka", "tuple");
            answer["absent"] = new JsonArray("quokka");
            answer["corrections"] = new JsonArray(new JsonObject { ["from"] = "qeue", ["to"] = "queue", ["applied"] = true });
            answer["partial"] = true;
        });

        await blog.SearchAsync("qeue quokka tuple");

        await Assertions.Expect(blog.Announced).ToHaveTextAsync(
            "24 results Found nowhere: quokka. Not in the best result: tuple. Time ran out; there may be more. Searched for “queue” instead of “qeue”.");
    }

    [Fact]
    public async Task A_spelling_that_is_offered_can_be_taken()
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = q => q == "rare qeue"
            ? FakeService.Nothing(answer => answer["corrections"] =
                new JsonArray(new JsonObject { ["from"] = "qeue", ["to"] = "queue", ["applied"] = false }))
            : FakeService.Sample();

        await blog.SearchAsync("rare qeue");
        await Blog.SeeAsync(blog.Announced, "Nothing found for “rare qeue”.");
        await blog.Page.GetByRole(AriaRole.Button, new() { Name = "Did you mean “rare queue”?" }).ClickAsync();

        await Blog.SeeAsync(blog.Announced, "24 results");
        await Assertions.Expect(blog.Input).ToHaveValueAsync("rare queue");
    }

    [Fact]
    public async Task When_nothing_is_found_the_query_without_its_filters_is_offered()
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = q => q == "queue" ? FakeService.Sample() : FakeService.Nothing(_ => { });

        await blog.SearchAsync("queue speaker:\"Ada Quill\" year:1999");
        await blog.Page.GetByRole(AriaRole.Button, new() { Name = "Did you mean “queue”?" }).ClickAsync();

        await Blog.SeeAsync(blog.Announced, "24 results");
        await Assertions.Expect(blog.Input).ToHaveValueAsync("queue");
    }

    [Theory]
    [InlineData("redis ed scho", "redis speaker:\"Ed Schofield\" ")]
    [InlineData("schö", "speaker:\"Ed Schofield\" ")]
    [InlineData("speaker:sch", "speaker:\"Ed Schofield\" ")]
    public async Task A_suggested_speaker_becomes_a_filter(string typed, string filtered)
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Suggestions = JsonNode.Parse("""{"speakers": [{"name": "Ed Schofield"}], "tags": [{"name": "data"}]}""")!;

        await blog.SearchAsync(typed);
        await blog.Page.GetByRole(AriaRole.Button, new() { Name = "Speaker Ed Schofield" }).ClickAsync();

        await Assertions.Expect(blog.Input).ToHaveValueAsync(filtered);
        await Assertions.Expect(blog.Input).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_late_answer_to_earlier_letters_is_dropped()
    {
        await using var blog = await Blog.OpenAsync(browser);
        var late = blog.Service.Hold("que");
        blog.Service.Search = q => FakeService.Sample(answer => answer["total"] = q.Length);

        await blog.SearchAsync("que");
        await Until(() => blog.Service.Asked.Contains("que"));
        await blog.PressAsync("u", "e");
        await Blog.SeeAsync(blog.Announced, "5 results");
        late.SetResult();
        await blog.Page.EvaluateAsync("new Promise(done => setTimeout(done, 200))");

        await Assertions.Expect(blog.Announced).ToHaveTextAsync("5 results");
    }

    [Fact]
    public async Task An_answer_that_comes_after_an_inline_box_was_closed_does_not_open_it()
    {
        await using var blog = await Blog.OpenAsync(browser, "mode=inline");
        var late = blog.Service.Hold("queue");

        await blog.Input.FillAsync("queue");
        await Until(() => blog.Service.Asked.Contains("queue"));
        await blog.Page.Locator("#elsewhere").FocusAsync();
        late.SetResult();
        await blog.SettleAsync();
        await blog.Page.EvaluateAsync("new Promise(done => setTimeout(done, 200))");

        await Assertions.Expect(blog.Page.Locator(".panel")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Letters_typed_just_before_the_dialog_closes_are_not_searched_for()
    {
        await using var blog = await Blog.OpenAsync(browser);

        await blog.SearchAsync("");
        await blog.Input.EvaluateAsync(
            "input => { input.value = 'queue'; input.dispatchEvent(new InputEvent('input')); input.closest('dialog').close(); }");
        await blog.Page.EvaluateAsync("new Promise(done => setTimeout(done, 300))");

        Assert.Empty(blog.Service.Asked);
        Assert.EndsWith("/post/", blog.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_typed_quickly_are_one_question_and_a_question_is_asked_once()
    {
        await using var blog = await Blog.OpenAsync(browser);

        await blog.SearchAsync("");
        await blog.Input.EvaluateAsync(
            "input => [...'queue'].forEach(letter => { input.value += letter; input.dispatchEvent(new InputEvent('input')); })");
        await Blog.SeeAsync(blog.Dialog, "24 results");
        await blog.PressAsync("s");
        await blog.SettleAsync();
        await Blog.ArriveAsync(blog.Page, "/?q=queues");
        await blog.PressAsync("Backspace");
        await blog.SettleAsync();
        await Blog.ArriveAsync(blog.Page, "/?q=queue");

        Assert.Equal(["queue", "queues"], blog.Service.Asked);
    }

    [Fact]
    public async Task A_fault_that_passes_is_not_noticed()
    {
        Blog.OnlyAsksService();
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = _ => blog.Service.Asked.Count == 1 ? Results.StatusCode(503) : FakeService.Sample();

        await blog.SearchAsync("queue");

        await Blog.SeeAsync(blog.Announced, "24 results");
        Assert.Equal(["queue", "queue"], blog.Service.Asked);
    }

    [Fact]
    public async Task A_service_that_fails_is_said_and_can_be_asked_again()
    {
        Blog.OnlyAsksService();
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = _ => Results.StatusCode(500);

        await blog.SearchAsync("queue");
        await Blog.SeeAsync(blog.Announced, "The search does not answer now.");
        Assert.Equal(["queue", "queue"], blog.Service.Asked);
        blog.Service.Search = _ => FakeService.Sample();
        await blog.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Blog.SeeAsync(blog.Announced, "24 results");
    }

    [Fact]
    public async Task Without_an_answer_Enter_still_sends_the_plain_form()
    {
        await using var blog = await Blog.OpenAsync(browser);
        blog.Service.Search = _ => Results.StatusCode(400);

        await blog.SearchAsync("queue");
        await Blog.SeeAsync(blog.Announced, "The search does not answer now.");
        await blog.PressAsync("Enter");

        await Blog.ArriveAsync(blog.Page, $"{blog.Service.Address}/?q=queue");
        Assert.Single(blog.Service.Asked, q => q == "queue");
    }

    [Fact]
    public async Task A_slow_answer_is_announced_as_being_on_its_way()
    {
        await using var blog = await Blog.OpenAsync(browser);
        var slow = blog.Service.Hold("queue");

        await blog.SearchAsync("queue");
        await Assertions.Expect(blog.Announced).ToHaveTextAsync("Searching…");
        slow.SetResult();

        await Assertions.Expect(blog.Announced).ToHaveTextAsync("24 results");
    }

    private static async Task Until(Func<bool> holds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!holds())
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }
}
