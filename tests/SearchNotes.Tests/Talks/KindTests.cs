using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks;

public sealed class KindTests
{
    [Theory]
    [InlineData("Keynote: The long way - Ada Muster", TalkKind.Keynote)]
    [InlineData("[Keynote] The long way - Ada Muster", TalkKind.Keynote)]
    [InlineData("Opening Keynote - Ada Muster", TalkKind.Keynote)]
    [InlineData("Eröffnungsvortrag: Der lange Weg - Ada Muster", TalkKind.Keynote)]
    [InlineData("Conférence d'ouverture : Le chemin - Ada Muster", TalkKind.Keynote)]
    [InlineData("基調講演: 長い道 - Ada Muster", TalkKind.Keynote)]
    [InlineData("主题演讲：长路 - Ada Muster", TalkKind.Keynote)]
    [InlineData("기조연설: 먼 길 - Ada Muster", TalkKind.Keynote)]
    [InlineData("Panel: Who reads the logs? - Ada Muster", TalkKind.Panel)]
    [InlineData("Panel discussion on logs - Ada Muster", TalkKind.Talk)]
    [InlineData("Podiumsdiskussion: Wer liest die Logs? - Ada Muster", TalkKind.Panel)]
    [InlineData("Table ronde : qui lit les logs ? - Ada Muster", TalkKind.Panel)]
    [InlineData("パネルディスカッション: ログ - Ada Muster", TalkKind.Panel)]
    [InlineData("圆桌讨论：日志 - Ada Muster", TalkKind.Panel)]
    [InlineData("패널 토의: 로그 - Ada Muster", TalkKind.Panel)]
    [InlineData("Growing tomatoes (workshop) - Ada Muster", TalkKind.Workshop)]
    [InlineData("Hands-on: Growing tomatoes - Ada Muster", TalkKind.Workshop)]
    [InlineData("Atelier : faire pousser des tomates - Ada Muster", TalkKind.Workshop)]
    [InlineData("ワークショップ: トマト - Ada Muster", TalkKind.Workshop)]
    [InlineData("工作坊：番茄 - Ada Muster", TalkKind.Workshop)]
    [InlineData("워크숍: 토마토 - Ada Muster", TalkKind.Workshop)]
    [InlineData("Lightning talk: Knots - Ada Muster", TalkKind.LightningTalk)]
    [InlineData("LT: Knots - Ada Muster", TalkKind.LightningTalk)]
    [InlineData("Kurzvortrag: Knoten - Ada Muster", TalkKind.LightningTalk)]
    [InlineData("Quickie : les nœuds - Ada Muster", TalkKind.LightningTalk)]
    [InlineData("ライトニングトーク: 結び目 - Ada Muster", TalkKind.LightningTalk)]
    [InlineData("闪电演讲：绳结 - Ada Muster", TalkKind.LightningTalk)]
    [InlineData("라이트닝 토크: 매듭 - Ada Muster", TalkKind.LightningTalk)]
    [InlineData("Q&A with Ada Muster", TalkKind.QAndA)]
    [InlineData("Ask me anything - Ada Muster", TalkKind.QAndA)]
    [InlineData("Fragestunde - Ada Muster", TalkKind.QAndA)]
    [InlineData("A control panel for tests - Ada Muster", TalkKind.Talk)]
    [InlineData("Apache Ignite in anger - Ada Muster", TalkKind.Talk)]
    [InlineData("PyTorch Lightning - Ada Muster", TalkKind.Talk)]
    [InlineData("What tutorials leave out of the story - Ada Muster", TalkKind.Talk)]
    public void The_heading_says_what_kind_of_session_it_is(string heading, TalkKind expected)
    {
        var split = Split($"# {heading}\n\nA.\n\n# Growing beans - Ben Probst\n\nB.\n\n# Reading maps - Cleo Tamm\n\nC.\n");

        Assert.Equal([expected, TalkKind.Talk, TalkKind.Talk], split.Talks.Select(talk => talk.Kind));
    }

    [Theory]
    [InlineData("Lightning Talks", TalkKind.LightningTalk)]
    [InlineData("Kurzvorträge", TalkKind.LightningTalk)]
    [InlineData("Les quickies", TalkKind.LightningTalk)]
    [InlineData("ライトニングトーク", TalkKind.LightningTalk)]
    [InlineData("闪电演讲", TalkKind.LightningTalk)]
    [InlineData("라이트닝 토크", TalkKind.LightningTalk)]
    [InlineData("Keynotes", TalkKind.Keynote)]
    [InlineData("Workshops", TalkKind.Workshop)]
    [InlineData("Panels", TalkKind.Panel)]
    [InlineData("Afternoon", TalkKind.Talk)]
    public void The_group_says_it_for_the_talks_below(string group, TalkKind expected)
    {
        var split =
            Split($"# Ada Muster on Beans\n\nA.\n\n# Ben Probst on Maps\n\nB.\n\n# {group}\n\n## Cleo Tamm on Knots\n\nC.\n\n## Dora Fink on Moss\n\nD.\n");

        Assert.Equal([TalkKind.Talk, TalkKind.Talk, expected, expected], split.Talks.Select(talk => talk.Kind));
    }

    [Theory]
    [InlineData("keynote", TalkKind.Keynote)]
    [InlineData("lightning-talk", TalkKind.LightningTalk)]
    [InlineData("Workshop", TalkKind.Workshop)]
    [InlineData("panel_discussion", TalkKind.Panel)]
    [InlineData("ask-me-anything", TalkKind.QAndA)]
    [InlineData("ハンズオン", TalkKind.Workshop)]
    [InlineData("python", TalkKind.Talk)]
    public void A_tag_says_it_for_a_post_that_is_one_talk(string tag, TalkKind expected)
    {
        var split = Split("Water them.\n\n# Why\n\nBecause.\n", new FrontMatter { Speakers = ["Ada Muster"], Tags = ["conference", tag] });

        Assert.Equal(expected, Assert.Single(split.Talks).Kind);
    }

    [Fact]
    public void A_tag_of_a_post_with_many_talks_says_nothing_of_any_of_them()
    {
        var split = Split("# Ada Muster on Beans\n\nA.\n\n# Ben Probst on Maps\n\nB.\n", new FrontMatter { Tags = ["keynote"] });

        Assert.Equal([TalkKind.Talk, TalkKind.Talk], split.Talks.Select(talk => talk.Kind));
    }

    [Fact]
    public void A_post_of_lightning_talks_holds_nothing_else()
    {
        var split = Split("# Ada Muster on Beans\n\nA.\n\n# Ben Probst on Maps\n\nB.\n", title: "PyCon 2019: Lightning talks");

        Assert.Equal([TalkKind.LightningTalk, TalkKind.LightningTalk], split.Talks.Select(talk => talk.Kind));
    }

    [Fact]
    public void A_question_round_is_no_session()
    {
        var split = Split("# Ada Muster on Beans\n\nA.\n\n# Q&A with the audience\n\nB.\n\n# Ben Probst on Maps\n\nC.\n");

        Assert.Equal([TalkKind.Talk, TalkKind.Talk], split.Talks.Select(talk => talk.Kind));
    }

    private static SplitPost Split(string text, FrontMatter? frontMatter = null, string title = "PyCon 2019, day one") =>
        TalkSplitter.Split(
            new Post
            {
                Path = "post.md",
                Id = "post",
                Title = title,
                Text = text,
                FrontMatter = frontMatter
                ?? FrontMatter.Empty,
                Overrides =
                    SplitOverrides.None with
                    {
                        Talks = frontMatter is { Speakers.Count: > 0 }
                        ? null : "headings",
                        Speakers = frontMatter?.Speakers ?? []
                    }
            }, SpeakerAliases.None);
}
