using SearchNotes.Posts;
using SearchNotes.Talks;
using Xunit;

namespace SearchNotes.Tests.Talks.Blocks;

/// <summary>What is indexed of a post is what its page shows. Lines are parted by |, blocks of the result by /.</summary>
public sealed class ShownTextTests
{
    private static SplitPost Split(string markdown) =>
        TalkSplitter.Split(new Post
        {
            Path = "post.md",
            Id = "post",
            Title = "A day in June",
            Text = markdown.Replace("|", "\n", StringComparison.Ordinal).Replace('¦', '|'),
            // What a heading shows must not hang on whether it is read as a talk.
            Overrides = SplitOverrides.None with { Talks = "none" },
        },
            SpeakerAliases.None);

    private static string Shown(string markdown)
    {
        var split = Split(markdown);
        return string.Join(" / ", split.Talks.Append(split.Rest).OfType<Talk>()
            .SelectMany(talk => talk.Sections.Select(s => (Line: s.Line, Text: s.Heading))
                .Concat(talk.Passages.Select(p => (Line: p.FirstLine, p.Text))))
            .OrderBy(part => part.Line).Select(part => part.Text));
    }

    [Theory]
    [InlineData("Oats {% comment %}ask Ida about pay{% endcomment %} rye", "Oats rye")]
    [InlineData("Oats|{%- comment -%}|pay|{%- endcomment -%}|rye", "Oats / rye")]
    [InlineData("Oats|{% comment %}|# Pay||more pay|{% endcomment %}||rye", "Oats / rye")]
    [InlineData("{% comment %}|```|pay|{% endcomment %}|rye", "rye")]
    [InlineData("Oats {% # pay %} rye", "Oats rye")]
    [InlineData("Oats {% if false %}pay{% endif %} rye", "Oats rye")]
    [InlineData("{% if false %}pay{% if x %}more{% endif %}{% else %}rye{% endif %}", "rye")]
    [InlineData("{% doc %}pay{% enddoc %}Oats", "Oats")]
    [InlineData("Oats {% unless true %}pay{% endunless %} rye", "Oats rye")]
    [InlineData("{% unless true %}pay{% unless x %}more{% endunless %}{% else %}rye{% endunless %}", "rye")]
    [InlineData("Oats|{%| # pay|%}|rye", "Oats / rye")]
    [InlineData("Oats|{% comment %}|pay|{% /comment %}|rye", "Oats / rye")]
    [InlineData("Oats <dialog>pay</dialog> rye", "Oats rye")]
    [InlineData("Oats <dialog open>rye</dialog>", "Oats rye")]
    [InlineData("Oats <datalist><option>pay</option></datalist> rye", "Oats rye")]
    [InlineData("Oats {# pay #} rye", "Oats rye")]
    [InlineData("{#|pay||more|#}|rye", "rye")]
    [InlineData("Oats {# pay #}|`f() {|  g|}` rye|bran", "Oats f() { g } rye bran")]
    [InlineData("Oats {{! pay }} {{!-- more {{pay}} --}} rye", "Oats rye")]
    [InlineData("Oats {{/* pay */}} {{- /* more */ -}} rye", "Oats rye")]
    [InlineData("{{< comment >}}|pay||more|{{< /comment >}}|rye", "rye")]
    [InlineData("{{% comment %}}pay{{% /comment %}}rye", "rye")]
    [InlineData("{::comment}|pay|{:/comment}||rye", "rye")]
    [InlineData("{::comment}|pay|{:/}||rye", "rye")]
    [InlineData("{::options toc_levels=\"2\" /}||rye", "rye")]
    [InlineData("{::nomarkdown}|<b>rye</b>|{:/nomarkdown}", "rye")]
    [InlineData("Oats {/* pay */} rye", "Oats rye")]
    [InlineData("{/*|pay||more|*/}||rye", "rye")]
    [InlineData("Oats %%pay%% rye", "Oats rye")]
    [InlineData("%%|pay||more|%%|rye", "rye")]
    [InlineData("Oats {>>pay<<} rye", "Oats rye")]
    [InlineData("<%# pay %>Oats <%= x %> rye", "Oats rye")]
    [InlineData("<!-- pay --> rye", "rye")]
    [InlineData("Oats <!-- pay --> rye", "Oats rye")]
    [InlineData("<!--|pay||more|-->|rye", "rye")]
    [InlineData("<div hidden>|pay||more|</div>||rye", "rye")]
    [InlineData("<div hidden><div>pay</div>more</div>||rye", "rye")]
    [InlineData("Oats <span hidden=\"\">pay</span> rye", "Oats rye")]
    [InlineData("Oats <span style='color: red; display : none'>pay</span> rye", "Oats rye")]
    [InlineData("Oats <b style=\"visibility:hidden\">pay</b> rye", "Oats rye")]
    [InlineData("<template>|pay|</template>||rye", "rye")]
    [InlineData("Oats <script>pay()</script> rye <style>.pay{}</style> corn", "Oats rye corn")]
    [InlineData("<p hidden>pay|more||rye", "rye")]
    [InlineData("pay|more|{: style=\"display:none\"}||rye", "rye")]
    [InlineData("::: {.a hidden=\"\"}|pay||more|:::||rye", "rye")]
    [InlineData("[//]: # (pay)||rye", "rye")]
    [InlineData("Oats {% capture x %}pay{% endcapture %} rye", "Oats rye")]
    [InlineData("{% set x %}|pay|{% endset %}|rye", "rye")]
    [InlineData("{% macro pay(x) %}pay{% endmacro %}rye", "rye")]
    [InlineData("{% if false %}pay{% elsif x %}rye{% endif %}", "rye")]
    [InlineData("{% if false %}pay{% elif x %}rye{% else %}corn{% endif %}", "rye corn")]
    [InlineData("Oats {--pay--} rye", "Oats rye")]
    [InlineData("Oats {~~pay~>rye~~} corn", "Oats rye corn")]
    [InlineData("{#if false}pay{/if}rye", "rye")]
    [InlineData("{#if false}|pay|{#if x}more{/if}|{:else}|rye|{/if}", "rye")]
    [InlineData("{{#if false}}pay{{else}}rye{{/if}}", "rye")]
    [InlineData("{false && <p>pay</p>} rye", "rye")]
    [InlineData("{false && (|  <p>pay {more}</p>|)}||rye", "rye")]
    [InlineData("<p v-if=\"false\">pay</p>||rye", "rye")]
    [InlineData("<div v-show='false'>pay</div>||rye", "rye")]
    [InlineData("<div style={{ display: 'none' }}>pay</div>||rye", "rye")]
    [InlineData("<p hidden={true}>pay</p>||rye", "rye")]
    [InlineData("::: {.content-hidden}|pay||more|:::||rye", "rye")]
    [InlineData("::: {.content-hidden when-format=\"html\"}|pay|:::||rye", "rye")]
    [InlineData("::: {.content-hidden unless-format=\"pdf\"}|pay|:::||rye", "rye")]
    [InlineData("::: {.content-visible when-format=\"pdf\"}|pay|:::||rye", "rye")]
    [InlineData("::: {.content-visible unless-format=\"html\"}|pay|:::||rye", "rye")]
    [InlineData("::: hidden|pay|:::||rye", "rye")]
    [InlineData("Oats [pay [more](x)]{.content-hidden} rye", "Oats rye")]
    [InlineData("Oats [pay]{.hidden} rye", "Oats rye")]
    [InlineData("```{note}|Oats|```||% pay||rye", "Oats / rye")]
    [InlineData("````{note}|Oats|```{code-cell}|x % 2|```|% pay|````||rye", "Oats / x % 2 / rye")]
    [InlineData("````{note}|:class: wide||Oats|````||```{toctree}|:maxdepth: 2|pay|more|```|rye", "Oats / rye")]
    [InlineData("```{include} pay.md|```|Oats {doc}`rye </pay>`", "Oats rye")]
    [InlineData("Oats { /* pay */ } rye", "Oats rye")]
    [InlineData("Oats <noscript>pay</noscript> <video src=x>pay</video> <iframe src=x>pay</iframe> rye", "Oats rye")]
    [InlineData("<title>pay</title> oats <svg><title>pay</title></svg>", "oats")]
    [InlineData("<canvas id=x>|pay|</canvas>|Oats", "Oats")]
    [InlineData("```{=latex}|pay|```||Oats `pay`{=latex} rye `bran`{=html}", "Oats rye bran")]
    [InlineData("- Oats {% comment %}pay{% endcomment %}|- rye", "Oats / rye")]
    [InlineData("> Oats {%comment%}pay{%endcomment%} rye", "Oats rye")]
    [InlineData("## Oats {% comment %}pay{% endcomment %}||rye", "Oats / rye")]
    [InlineData("Oats||{% include figure.html|  image=\"pay.jpg\"|  alt=\"pay\" %}||rye", "Oats / rye")]
    [InlineData("{% liquid|  assign pay = 1|%}|Oats", "Oats")]
    [InlineData("- Oats|  {::comment}|  pay|  {:/comment}|- rye", "Oats / rye")]
    [InlineData("Oats {::comment}pay{:/} rye", "Oats rye")]
    [InlineData("- Oats {/* pay */}|- rye %%pay%%|- bran {{/* pay */}}", "Oats / rye / bran")]
    [InlineData("[//]: # \"pay\"||[//]: <> \"pay\"||[_pay]: # (pay|pay)||Oats", "Oats")]
    [InlineData("<DIV HIDDEN>pay</DIV>||<p style=\"DISPLAY: NONE !important\">pay</p>||<TEMPLATE>pay</TEMPLATE>||Oats", "Oats")]
    [InlineData("{% comment %}||# Pay Muster on Pay||pay||{% endcomment %}||Oats", "Oats")]
    [InlineData("<?php pay ?>||Oats <!--- pay ---> rye", "Oats rye")]
    public void What_the_page_does_not_show_is_not_indexed(string markdown, string expected) => Assert.Equal(expected, Shown(markdown));

    [Theory]
    [InlineData("```|{% comment %}oats{% endcomment %}|```", "{% comment %}oats{% endcomment %}")]
    [InlineData("`{% comment %}` hides, `{% endcomment %}` ends", "{% comment %} hides, {% endcomment %} ends")]
    [InlineData("{% raw %}{{ oats }}{% endraw %}", "{{ oats }}")]
    [InlineData("{% raw %}|```|{{ oats }}|```|{% endraw %}", "{{ oats }}")]
    [InlineData("```|{% raw %}|{{ oats }}|{% endraw %}|```", "{{ oats }}")]
    [InlineData("{% verbatim %}{% oats %}{% endverbatim %}", "{% oats %}")]
    [InlineData("Type {{</* youtube x */>}} here", "Type {{< youtube x >}} here")]
    [InlineData("{% comment %} is never closed", "is never closed")]
    [InlineData("We are 100%% sure, 50%% fast", "We are 100%% sure, 50%% fast")]
    [InlineData("<p hidden=\"until-found\">oats</p>", "oats")]
    [InlineData("<p class=\"a hidden b\">oats</p>", "oats")]
    [InlineData("{% if false %}x{% else %}oats{% endif %}", "oats")]
    [InlineData("Oats {{#if x}}rye{{/if}}", "Oats rye")]
    [InlineData("{#if x}oats{:else}rye{/if}", "oats rye")]
    [InlineData("% oats||50% rye", "% oats / 50% rye")]
    [InlineData("{% set x = 1 %}Oats{% set y = 2 %} rye", "Oats rye")]
    [InlineData("{--flag means oats", "{--flag means oats")]
    [InlineData("<p hidden={false}>oats</p>", "oats")]
    [InlineData("<p v-if=\"x\">oats</p>", "oats")]
    [InlineData("{#if false} is never closed", "is never closed")]
    [InlineData("::: {.content-hidden when-format=\"pdf\"}|oats|:::", "oats")]
    [InlineData("::: {.content-hidden when-profile=\"draft\"}|oats|:::", "oats")]
    [InlineData("::: {.content-visible when-format=\"html\"}|oats|:::", "oats")]
    [InlineData("[oats]{.wide} rye", "oats rye")]
    [InlineData("The <canvas> element, the <script> tag||and <title> and <video>||oats", "The element, the tag / and and / oats")]
    [InlineData("<textarea>oats</textarea>||rye", "oats / rye")]
    [InlineData("<form><select><option>oats</option></select></form>", "oats")]
    public void What_the_page_shows_is_indexed(string markdown, string expected) => Assert.Equal(expected, Shown(markdown));

    [Theory]
    [InlineData("<details><summary>Press oats</summary>Hidden rye</details>", "Press oats / Hidden rye")]
    [InlineData("<dl><dt>oats</dt><dd>rye</dd></dl>", "oats / rye")]
    [InlineData("{% if x %}one{% else %}two{% endif %}", "one two")]
    [InlineData("Oats<br>rye<hr>corn", "Oats rye corn")]
    [InlineData("Oats<div>rye</div>corn", "Oats rye corn")]
    [InlineData("<ul><li>oats<li>rye</ul>", "oats / rye")]
    [InlineData("<table><tr><td>oats</td><td>rye</td></tr></table>", "oats / rye")]
    [InlineData("<figure><img src=x><figcaption>oats</figcaption></figure>rye", "oats / rye")]
    [InlineData("<section>oats<article>rye</article></section>", "oats / rye")]
    [InlineData("<Tab>oats</Tab><Tab>rye</Tab>", "oats rye")]
    [InlineData("H<sub>2</sub>O and <b>bo</b>ld", "H2O and bold")]
    [InlineData("<div|  class=\"a\">|oats|</div>", "oats")]
    [InlineData("<div>|**oats** and [rye](https://example.org)|</div>", "oats and rye")]
    [InlineData("<h2>Oats <small>rye</small></h2>||Text", "Oats rye / Text")]
    [InlineData("<h3>Oats</h3>rye", "Oats / rye")]
    [InlineData("<DL><DT>oats<DD>rye</DL>", "oats / rye")]
    [InlineData("<main>oats</main><aside>rye</aside><nav>bran</nav>", "oats / rye / bran")]
    [InlineData("<form><label>oats</label><fieldset><legend>rye</legend></fieldset></form>", "oats / rye")]
    [InlineData("<p>oats<p>rye", "oats / rye")]
    [InlineData("<button>oats</button><button>rye</button>", "oats rye")]
    [InlineData("- oats<br>rye|- bran", "oats rye / bran")]
    public void Elements_that_are_not_inline_break_the_text(string markdown, string expected) => Assert.Equal(expected, Shown(markdown));

    [Theory]
    [InlineData("import Tabs from '@theme/Tabs'|export const x = 1||Oats", "Oats")]
    [InlineData("import {|  A,|  B|} from \"x\";||Oats", "Oats")]
    [InlineData("export const meta = {|  a: 1||}||Oats", "Oats")]
    [InlineData("import pandas first|and export later", "import pandas first and export later")]
    [InlineData(":::note Mind the gap|Oats|:::|Rye", "Mind the gap Oats / Rye")]
    [InlineData("Corn|:::tip|Oats|:::", "Corn / Oats")]
    [InlineData("::: {.callout-tip}|## Oats|Rye|:::", "Oats / Rye")]
    [InlineData(":::info[Mind]||Oats||:::", "Mind / Oats")]
    [InlineData(":::{note} Mind|:class: wide||Oats|:::", "Mind / Oats")]
    [InlineData("!!! note \"Mind\"|    Oats||    Rye||Corn", "Mind Oats / Rye / Corn")]
    [InlineData("??? tip||    Oats", "Oats")]
    [InlineData("=== \"Tab\"||    Oats||    ```|    code|    ```", "Tab / Oats / code")]
    [InlineData("> [!NOTE]|> Oats", "Oats")]
    [InlineData("(label)=|## Oats||rye", "Oats / rye")]
    [InlineData("::::note[Mind]|:::tip|Oats|:::|::::", "Mind / Oats")]
    [InlineData(":::details Click|Oats|:::", "Click Oats")]
    [InlineData("> [!faq]+ Mind|> Oats", "Mind Oats")]
    [InlineData("!!! danger \"\"|    Oats", "Oats")]
    [InlineData("???+ note \"Mind\"|    Oats", "Mind Oats")]
    [InlineData("- Oats {:.x}|- rye ^abc123", "Oats / rye")]
    [InlineData("import 'x.css'||export function f() {|  return <p>pay</p>|}||Oats", "Oats")]
    [InlineData("## {{< icon star >}} Oats {-}||rye", "Oats / rye")]
    [InlineData("{% quote Ida %}|Oats|{% endquote %}||{% tweet 12 %} rye", "Oats / rye")]
    [InlineData("> [!warning]- Mind|> Oats", "Mind Oats")]
    [InlineData("See [[Internal~the alias]] and [[Plain]] or [[Page#Part]]", "See the alias and Plain or Page#Part")]
    [InlineData("![[picture.png]] Oats", "Oats")]
    [InlineData("if [[ -f x ]] then", "if [[ -f x ]] then")]
    [InlineData("Oats[^1] and rye[^note].||[^1]: A note.|[^note]: https://example.org", "Oats and rye. / A note. https://example.org")]
    [InlineData("Oats[^1]||[^1]: A note.|---|Rye", "Oats / A note. / Rye")]
    [InlineData("Oats^[a note] rye", "Oats a note rye")]
    [InlineData("Oats|: a cereal|: a meal||Rye", "Oats / a cereal / a meal / Rye")]
    [InlineData("Oats|:   a cereal||    more", "Oats / a cereal / more")]
    [InlineData("==Bright== oats, a == b and c==d", "Bright oats, a == b and c==d")]
    [InlineData("Oats are good. ^37066d", "Oats are good.")]
    [InlineData("Oats||^oats-id||2 ^3", "Oats / 2 ^3")]
    [InlineData("Oats {{ site.title }} rye {{< youtube x >}}", "Oats rye")]
    [InlineData("[Oats](https://example.org){:target=\"_blank\"}, ![rye](x.png){ width=50% } {.lead}", "Oats, rye")]
    [InlineData("[Oats]({% post_url 2020-01-01-a %}) and [rye]({{< ref \"a b.md\" >}})", "Oats and rye")]
    [InlineData("*[HTML]: a language||HTML", "HTML")]
    [InlineData("[TOC]||Oats", "Oats")]
    [InlineData("* TOC|{:toc}||Oats", "Oats")]
    [InlineData("{++added++} and {--gone--} and {==bright==}", "added and and bright")]
    [InlineData("```{admonition} Mind|:class: tip|Oats|```", "Mind / Oats")]
    [InlineData("<Tabs values={[{label: 'x'}]}>|oats|</Tabs>", "oats")]
    [InlineData("{% codeblock Title lang:ruby %}|# oats|{% endcodeblock %}", "# oats")]
    [InlineData("{% note %}Oats{% endnote %}", "Oats")]
    [InlineData(":::tabs|== Oats|Rye|== Corn|Bran|:::", "Oats Rye Corn Bran")]
    [InlineData("Oats||--8<-- \"rye.md\"||\\newpage||Corn", "Oats / Corn")]
    [InlineData("++Oats++ and C++, i++ and j++", "Oats and C++, i++ and j++")]
    [InlineData("H¬2¬O and 10^-6^ and 2^3^4 and 10¬20¬30", "H2O and 10-6 and 2^3^4 and 10¬20¬30")]
    [InlineData("¬¬Oats¬¬ rye, a ¬¬ b", "Oats rye, a ¬¬ b")]
    [InlineData("{doc}`oats` and {ref}`the rye <target>` and {kbd}`Ctrl`", "oats and the rye and Ctrl")]
    [InlineData("```{figure} a.png|:width: 3||Oats|```|{doc}`rye`", "Oats / rye")]
    [InlineData("```{code-block} python|:linenos:|oats = 1|```|{doc}`rye`", "oats = 1 / rye")]
    [InlineData("[youtube abc123]||[gallery ids=\"1,2\"]||[caption id=\"a\" width=\"3\"]Oats[/caption]", "Oats")]
    [InlineData("[embed]https://example.org[/embed] oats", "https://example.org oats")]
    [InlineData("[video] oats [code] rye [audio only] [ ] [2]", "[video] oats [code] rye [audio only] [ ] [2]")]
    [InlineData("@include(a.md)||@include: ./b.md||<<< @/c.js{1}||!include d.md||{!e.md!}||Oats", "Oats")]
    [InlineData("[!VIDEO https://example.org]||[!INCLUDE [a](b.md)]||[!embed](a.html)||Oats [!embed](b.html)", "Oats")]
    [InlineData("@[card](https://example.org)||@[youtube](abc)||Oats by @[ida](https://example.org)", "Oats by @ida")]
    public void Marks_of_dialects_are_not_text(string markdown, string expected) =>
        Assert.Equal(expected, Shown(markdown.Replace('~', '¦').Replace('¬', '~')).Replace('~', '¬'));

    [Fact]
    public void An_alert_is_no_quote()
    {
        var passages = Split("> [!TIP]|> Oats||> Rye||> [!quote] Ida|> Corn").Rest!.Passages;

        Assert.Equal([PassageKind.Prose, PassageKind.Quote, PassageKind.Quote], passages.Select(p => p.Kind));
    }

    [Theory]
    [InlineData("# Ada Muster on Wombats { #wom }|Text||# Bo Beispiel on Quolls[^1]|Text||[^1]: https://example.org", "Wombats; Quolls")]
    [InlineData("# [[people/bo~Bo Beispiel]] on [[Quolls]]|Text||# Ada Muster on Bilbies|Text", "Quolls; Bilbies")]
    [InlineData("# Ada Muster on -> arrows in C|Text||# Bo Beispiel on --strict and friends|Text", "-> arrows in C; --strict and friends")]
    [InlineData("# Ada Muster on /dev/null|Text||# Bo Beispiel on Quolls :tada:|Text", "/dev/null; Quolls :tada:")]
    [InlineData("# Ada Muster on :rocket: Launch|Text||# Bo Beispiel on && and ~~|Text", ":rocket: Launch; && and ||")]
    [InlineData("# Ada Muster on >_ shells|Text||# Bo Beispiel on ::before|Text", ">_ shells; ::before")]
    [InlineData("# Ada Muster on ==Wombats==|Text||# Bo Beispiel on Quolls {.wide}|Text", "Wombats; Quolls")]
    [InlineData("# Ada Muster on :focus-visible|Text||# Bo Beispiel on -Wall and -O2|Text", ":focus-visible; -Wall and -O2")]
    [InlineData("# Ada Muster on /etc|Text||# Bo Beispiel - :root|Text", "/etc; :root")]
    [InlineData("# Ada Muster :Wombats|Text||# Bo Beispiel :Quolls|Text", "Wombats; Quolls")]
    [InlineData("# ¬/.bashrc by Ada Muster|Text||# Bo Beispiel on =&gt; in C#|Text", "¬/.bashrc; => in C#")]
    [InlineData("# Ada Muster on ¬¬Old¬¬ New|Text||# Bo Beispiel on ++New++ things|Text", "Old New; New things")]
    public void Topics_are_what_the_page_shows(string markdown, string expected)
    {
        var text = markdown.Replace("|", "\n", StringComparison.Ordinal).Replace('~', '|').Replace('¬', '~');
        var split = TalkSplitter.Split(new Post { Path = "post.md", Id = "post", Title = "X Conf 2022", Text = text }, SpeakerAliases.None);

        Assert.Equal(expected, string.Join("; ", split.Talks.Select(t => t.Topic)).Replace('~', '¬'));
        Assert.All(split.Talks, talk => Assert.Single(talk.Speakers));
    }

    [Theory]
    [InlineData("# Oats|{: #own .wide}|Text", "own")]
    [InlineData("Oats|====|{: id=\"own\"}||Text", "own")]
    [InlineData("# Oats|Text {: #own}", "oats")]
    public void An_id_below_a_heading_wins(string markdown, string expected)
    {
        var text = markdown.Replace("|", "\n", StringComparison.Ordinal);
        var post = new Post { Path = "post.md", Id = "post", Title = "T", Text = text, Anchors = AnchorStyle.KramdownGfm };

        Assert.Equal(expected, TalkSplitter.Split(post, SpeakerAliases.None).Rest!.Sections.Single().Anchor);
    }

    [Theory]
    [InlineData("{% comment %}")]
    [InlineData("<p hidden>\n\n")]
    [InlineData("%%a\n")]
    [InlineData("`{{")]
    [InlineData("<a '\"<")]
    [InlineData("{#")]
    [InlineData("[[a")]
    [InlineData("::: a\n")]
    [InlineData("!!! a\n    ")]
    [InlineData("export const a = {\n")]
    [InlineData("{#if false}")]
    [InlineData("{false &&")]
    [InlineData("{--a ")]
    [InlineData("{~~a ")]
    [InlineData("a]{.hidden}")]
    [InlineData("{% if false %}")]
    [InlineData("```{note}\n")]
    [InlineData("<video>")]
    [InlineData("a <script>")]
    [InlineData("[caption ")]
    [InlineData("[aa]")]
    [InlineData("++a ")]
    [InlineData("a~b")]
    [InlineData("{a}`b`")]
    public void Text_made_to_cost_time_costs_none(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Split(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }
}
