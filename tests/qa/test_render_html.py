"""The page's HTML: exact words, nothing executed, every citation complete."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from qa.answer import Answer, OutletCoverage
from qa.passage import Citation, Highlight, Passage
from qa.periods import Period
from qa.question import Facet, Filters, Question
from qa.render.html import answer_to_html, notice_to_html, question_to_html, quotation_to_html
from qa.render.markup import (
    OUTLET_COLOURS,
    Mark,
    article_path,
    grown,
    link,
    marked,
    outlet_badge,
    paragraphs,
    text_fragment,
)
from qa.render.story import CHANGED, article_to_html
from qa.render.wording import day_span, lead, source_line

COLOURS = Path(__file__).parents[2] / "qa" / "render" / "colours.css"

HOSTILE = (
    "<script>window.__poc = 1</script>",
    '<img src=x onerror="window.__poc = 1">',
    "Shares fell ${Object.assign(window,{__x_poc:1})} percent",
    "{{constructor.constructor('window.__poc = 1')()}}",
    "![a](https://evil.example/pixel)",
    "</blockquote></section><form action=https://evil.example><button>Log in</button></form>",
    "# A heading\n\n1. a list\n\n* stars* and $$6$$ \\(x\\) [link](javascript:alert(1))",
    "    four spaces\n\n\n\nblank lines\r\n\r\nand returns",
    "quote \" and ' and `code` and <mark>fake mark</mark>",
    "C:\\users\\new \\u0041 ${5",
    "-->\n<!-- comment",
    "javascript:alert(1) data:text/html,<b>x</b>",
    "<svg onload=window.__poc=1><animate onbegin=window.__poc=1></svg>",
    '<iframe srcdoc="<script>parent.__poc=1</script>"></iframe>',
    "<style>@import url(https://evil.example/a.css)</style>",
    '<link rel=stylesheet href=https://evil.example/b.css><link rel=prefetch href="https://evil.example/c">',
    '<meta http-equiv=refresh content="0;url=https://evil.example">',
    "<base href=https://evil.example/>",
    "<object data=https://evil.example/o></object><embed src=https://evil.example/e>",
    "<video src=https://evil.example/v autoplay onerror=window.__poc=1></video><audio src=x onerror=window.__poc=1>",
    "<body onload=window.__poc=1>",
    "<details open ontoggle=window.__poc=1><summary>x</summary></details>",
    "<input autofocus onfocus=window.__poc=1>",
    "<a href=javascript:window.__poc=1 id=hit>click</a>",
    '<button class="again" data-kind="only" data-value="x">chip</button>',
    '" onmouseover="window.__poc=1" autofocus onfocus="window.__poc=1',
    "' onmouseover='window.__poc=1' x='",
    "&lt;script&gt;window.__poc=1&lt;/script&gt; &amp;lt; &#60;b&#62; &nbsp;",
    "</section></article></main></template><script>window.__poc=1</script>",
    "</textarea></title></style></script><script>window.__poc=1</script>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.__poc=1>",
    "<noscript><p title='</noscript><img src=x onerror=window.__poc=1>'>",
    "<template><script>window.__poc=1</script></template>",
    "`${window.__poc=1}` and ${window.__poc=1} and {{window.__poc=1}} and <%= window.__poc=1 %>",
    "{% raw %}{{7*7}}{% endraw %} #{7*7} @{7*7} [[7*7]] *{7*7}",
    "\\x3cscript\\x3ewindow.__poc=1\\x3c/script\\x3e \\u003cb\\u003e",
    "$\\href{javascript:window.__poc=1}{x}$ \\[ x^2 \\] $$\\require{html}$$",
    "```html\n<script>window.__poc=1</script>\n```",
    "```mermaid\ngraph TD; A-->B; click A call alert(1)\n```",
    "[x]: https://evil.example\n![y][x] <https://evil.example> https://evil.example/z",
    "| a | b |\n|---|---|\n| ~~c~~ | **d** |",
    "\u202etxet desrever\u202c and \u2066isolated\u2069 and zero\u200bwidth",
    "שלום <b>עולם</b> and مرحبا <i>بالعالم</i>",
    "e\u0301 \u1f469\u200d\U0001f680 \U0001f1fa\U0001f1e6 Z͑ͫ̓ͪ̂a̴̵̞l̳g͎o",
    '=HYPERLINK("https://evil.example","x") +1 -1 @SUM(1)',
    "window.dateline = null; delete localStorage; __proto__ constructor prototype",
)


class Text(HTMLParser):
    """The text a browser would show of the elements with one tag, `<br>` as a line break, and every tag seen."""

    def __init__(self, tag: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tag, self.depth, self.texts, self.tags = tag, 0, list[str](), list[tuple[str, dict[str, str | None]]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == self.tag:
            self.depth += 1
            self.texts.append("")
        elif tag == "br" and self.depth:
            self.texts[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == self.tag

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.texts[-1] += data


def read(html: str, tag: str) -> Text:
    parser = Text(tag)
    parser.feed(html)
    parser.close()
    return parser


def passage_of(text: str, start: int = 0, **citation: object) -> Passage:
    fields: dict[str, object] = {
        "outlet": "Harbour Post", "title": "A title", "published": date(2026, 3, 4), "authors": (), "url": None,
        "article_id": "a1", "source": "a.md", "start": start, "end": start + len(text),
    }  # fmt: skip
    return Passage(text=text, citation=Citation(**{**fields, **citation}), score=1.0)  # type: ignore[arg-type]  # by name


def answer_of(*passages: Passage, found: bool = True, question: Question | None = None) -> Answer:
    names = dict.fromkeys(passage.citation.outlet for passage in passages)
    outlets = tuple(OutletCoverage(name, 1, 1) for name in names)
    return Answer(question or Question("What?", "What?"), passages, found, 0.9, outlets, "000001", 0.01)


# U+0000 and lone surrogates cannot stand in an HTML document; U+000D is read as written only when escaped.
texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=200)


@given(texts, texts)
def test_the_quotation_shown_is_exactly_the_passage(text: str, title: str) -> None:
    html = answer_to_html(answer_of(passage_of(text, title=title)))
    assert read(html, "blockquote").texts == [text]
    assert "\n" not in html
    assert "\r" not in html


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words_wherever_they_come_in(text: str) -> None:
    source = passage_of(
        text, title=text, outlet=text, authors=(text,), url=text, source=text, flags=(text,), article_id=text
    )
    also = replace(source, also_in=(source.citation,), highlights=(Highlight(0, len(text), text),))
    question = Question(
        text, text, phrases=(text,), facets=(Facet(text, text),), carried=(text,), filters=Filters(outlets=(text,))
    )
    article = Article(text, text, text, text, text, "h", None, (text,), text, (text,))
    html = answer_to_html(answer_of(also, question=question)) + article_to_html(article, (0, len(text)), (), [text])
    html += question_to_html(text) + notice_to_html(text)
    parsed = read(html, "blockquote")
    assert parsed.texts == [text]
    assert not {"script", "img", "form", "iframe", "style", "b"} & {tag for tag, _ in parsed.tags}
    assert not [name for _, attributes in parsed.tags for name in attributes if name.startswith("on")]
    ours = [attributes for tag, attributes in parsed.tags if tag == "button"]
    assert all(button["type"] == "button" and (button.get("class") or button.get("data-verdict")) for button in ours)
    links = [attributes["href"] or "" for tag, attributes in parsed.tags if tag == "a"]
    assert all(address.startswith("/article/") for address in links)


@given(texts, st.lists(st.tuples(st.integers(-5, 205), st.integers(-5, 205)), max_size=5), st.integers(0, 50))
def test_marks_cover_their_spans_and_change_no_word(text: str, spans: list[tuple[int, int]], start: int) -> None:
    html = marked(text, start, [Mark(left, right) for left, right in spans])
    assert "".join(read(f"<p>{html}</p>", "p").texts) == text
    covered = {i for left, right in spans for i in range(left - start, right - start) if 0 <= i < len(text)}
    assert "".join(read(html, "mark").texts) == "".join(text[i] for i in sorted(covered))


@given(texts)
def test_the_article_shown_keeps_every_word_in_order(text: str) -> None:
    article = Article("a", "Outlet", "Title", text, "a.md", "h")
    html = article_to_html(article)
    shown = "\n".join(read(html[html.index('<div class="text">') : html.index("<footer>")], "p").texts)
    assert shown.split() == text.split()


spans = st.tuples(st.integers(0, 200), st.integers(0, 200)).map(lambda ends: (min(ends), max(ends)))


@given(texts, spans, st.lists(spans, max_size=4))
def test_the_article_marks_exactly_the_cited_span(text: str, at: tuple[int, int], found: list[tuple[int, int]]) -> None:
    html = article_to_html(Article("a", "Outlet", "Title", text, "a.md", "h"), at, found)
    cited = text[slice(*at)]
    assert "".join("".join(read(html, "mark").texts).split()) == "".join(cited.split())
    assert html.count('id="hit"') == bool(cited.strip())


def test_the_article_brings_out_the_sentences_that_answer() -> None:
    html = article_to_html(Article("a", "O", "T", "One. Two. Three.", "a.md", "h"), (0, 9), [(5, 9), (10, 16)])
    assert '<mark id="hit" tabindex="-1" class="cited">One. </mark><mark class="cited found">Two.</mark> Three.' in html


def test_each_outlet_is_counted_where_there_are_several(answer: Answer) -> None:
    html = answer_to_html(answer)
    assert re.findall(r"([\w ]+)</span> (\d)</button></li>", html) == [
        ("Quay Courier", "1"),
        ("Harbour Post", "1"),
        ("Inland Ledger", "1"),
    ]
    assert 'class="shares"' not in answer_to_html(replace(answer, outlets=answer.outlets[:1]))


def test_every_card_carries_its_citation(answer: Answer) -> None:
    html = answer_to_html(answer)
    words = " ".join(read(html, "section").texts)
    assert "3 passages from 3 outlets, 3–4 March 2026; 1 without a date" in words
    assert "Marlin ferry stops for good" in words
    assert "date unknown" in words
    assert "No headline" in words
    assert "AI-generated page" in words
    assert "Ines Rask, Tom Oduya" in words
    assert "matches in words and meaning" in words
    assert "exact words: “Lindqvist Lines”" in words
    assert "outlet: Quay Courier" in words
    assert read(html, "mark").texts[0] == "The operator, Lindqvist Lines, said that 14 jobs would go."
    assert "%" not in words


def test_the_citation_leads_to_the_passage_in_its_article(answer: Answer) -> None:
    links = [
        attributes for tag, attributes in read(answer_to_html(answer), "x").tags if attributes.get("class") == "cite"
    ]
    citation, (found,) = answer.passages[0].citation, answer.passages[0].highlights
    spans = f"at={citation.start}-{citation.end}&mark={found.start}-{found.end}"
    assert links[0]["href"] == f"/article/courier-1?{spans}#hit"
    assert len(links) == len(answer.passages)


def test_an_id_with_a_path_in_it_stays_one_part_of_the_address() -> None:
    assert article_path("../a b?c#d&e", (1, 2)) == "/article/..%2Fa%20b%3Fc%23d%26e?at=1-2#hit"


def test_the_paragraph_is_told_when_the_article_is_known() -> None:
    article = Article("courier-1", "Quay Courier", "T", "One.\n\n" + "x" * 500, "c.md", "h")
    passage = passage_of("x" * 20, start=100, article_id="courier-1")
    assert "paragraph 2 of 2" in answer_to_html(answer_of(passage), {"courier-1": article})
    both = passage_of("One.\n\nxxx", article_id="courier-1")
    assert "paragraphs 1–2 of 2" in answer_to_html(answer_of(both), {"courier-1": article})
    assert "characters 100–120" in answer_to_html(answer_of(passage))


def test_copies_are_named_with_their_outlet_and_day(answer: Answer) -> None:
    first, second, _ = answer.passages
    html = answer_to_html(replace(answer, passages=(replace(first, also_in=(second.citation,)),)))
    assert "also in: Harbour Post, 4 March 2026 (same text)" in html


def test_no_answer_is_said_and_the_nearest_is_named_as_such(answer: Answer) -> None:
    html = answer_to_html(replace(answer, found=False))
    words = read(html, "section").texts[0]
    assert "The articles do not answer this." in words
    assert "which are not an answer" in words
    assert words.index("not an answer") < words.index("Marlin ferry stops for good")
    assert "3 articles from 3 outlets" in words
    assert "passages from" not in words


def test_nothing_near_is_said_too(answer: Answer) -> None:
    assert "Nothing in them comes near it." in answer_to_html(replace(answer, found=False, passages=()))


def test_outlets_without_a_passage_are_named(answer: Answer) -> None:
    silent = (*answer.outlets, OutletCoverage("Far Gazette", 0, 4))
    html = answer_to_html(replace(answer, outlets=silent))
    assert "No passage shown from 1 other outlet" in html
    assert "Far Gazette" in html


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example", "http:", "http://[x"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert "<a" not in link(url)
    assert url in link(url)


def test_a_web_address_becomes_a_link_that_tells_the_site_nothing() -> None:
    assert 'rel="noreferrer noopener"' in link("https://courier.example/?a=1&b=2")
    assert 'href="https://courier.example/?a=1&amp;b=2"' in link("https://courier.example/?a=1&b=2")


def test_the_span_of_days_is_written_as_short_as_it_can_be() -> None:
    days = [date(2026, 2, 17), date(2026, 2, 19), date(2026, 3, 1), date(2027, 1, 1)]
    assert day_span([]) == ""
    assert day_span(days[:1]) == "17 February 2026"
    assert day_span(days[:2]) == "17–19 February 2026"
    assert day_span(days[:3]) == "17 February – 1 March 2026"
    assert day_span(days) == "17 February 2026 – 1 January 2027"


def test_the_lead_says_when_no_day_is_known(answer: Answer) -> None:
    assert lead(replace(answer, passages=answer.passages[2:])) == "1 passage from 1 outlet, date unknown"


def test_each_outlet_has_its_own_colour_and_keeps_it() -> None:
    names = [f"Outlet {letter}" for letter in "ABCDEFGHIJKL"]
    badges = [outlet_badge(name, names) for name in names]
    assert len({re.search(r"outlet-(\d+)", badge)[1] for badge in badges}) == OUTLET_COLOURS  # type: ignore[index]  # always there
    assert outlet_badge("Outlet C", reversed(names)) == badges[2]


def test_paragraphs_are_what_stands_between_blank_lines() -> None:
    text = "\n\nOne\nline.\n \n\nTwo.\n\n"
    assert [text[start:end] for start, end in paragraphs(text)] == ["One\nline.", "Two."]


def test_paragraphs_are_the_lines_of_a_text_without_blank_ones() -> None:
    text = "One.\nTwo.\nThree."
    assert [text[start:end] for start, end in paragraphs(text)] == ["One.", "Two.", "Three."]


@given(texts, spans)
def test_a_quotation_grows_to_the_whole_article_and_never_shrinks(text: str, at: tuple[int, int]) -> None:
    start, end = min(at[0], len(text)), min(at[1], len(text))
    for _ in range(len(text) + 2):
        wider = grown(text, (start, end))
        assert wider[0] <= start <= end <= wider[1]
        start, end = wider
    ends = [edge for span in paragraphs(text) for edge in span]
    if ends:
        assert (start, end) == (min(start, ends[0]), max(end, ends[-1]))


def test_a_quotation_grows_by_whole_words_where_paragraphs_are_long() -> None:
    text = "word " * 1000
    start, end = grown(text, (2500, 2504))
    assert (2500 - start, end - 2504) <= (800, 800)
    assert text[start:end].split() == ["word"] * (len(text[start:end].split()))
    assert start < 1800


def test_a_quotation_can_be_shown_with_more_around_it() -> None:
    html = quotation_to_html("a < b", 10, [(14, 15)], "/context/x?at=10-15")
    assert 'data-at="10-15" data-more="/context/x?at=10-15"' in html
    assert "data-more" not in quotation_to_html("a", 0, [])


@given(texts, st.lists(spans, max_size=3))
def test_folding_hides_paragraphs_and_changes_no_word(text: str, found: list[tuple[int, int]]) -> None:
    # A passage begins and ends with a word, and no sentence goes on over a line break.
    long = f"Marlin {text}\n{'word ' * 100}\n{text} closes."
    html = quotation_to_html(long, 0, found, folded=True)
    assert read(html, "blockquote").texts == [long]
    hidden = "".join(read(html, "span").texts)
    shown_marks = "".join(read(html, "mark").texts)
    covered = {i for left, right in found for i in range(left, right) if i < len(long)}
    assert shown_marks.replace("\n", "") == "".join(long[i] for i in sorted(covered) if long[i] != "\n")
    assert len(hidden) + len(shown_marks) <= len(long)


def test_the_paragraph_that_answers_is_shown_and_those_around_it_wait() -> None:
    text = f"{'One. ' * 50}\n\nTwo is the answer.\n\n{'Three. ' * 50}"
    at = text.index("Two")
    html = quotation_to_html(text, 0, [(at, at + 18)], folded=True)
    assert re.sub(r'<span class="around">.*?</span>', "", html).count("One.") == 0
    assert "<mark>Two is the answer.</mark>" in html
    assert html.count('class="around"') == 2
    assert "around" not in quotation_to_html(text, 0, [(at, at + 18)])


def test_the_original_opens_at_the_quotation() -> None:
    quote = "The operator, Lindqvist Lines, said that 14 well-paid jobs would go."
    assert text_fragment(quote) == (
        "#:~:text=The%20operator%2C%20Lindqvist%20Lines%2C%20said,14%20well%2Dpaid%20jobs%20would%20go."
    )
    assert text_fragment("Fourteen jobs go.") == "#:~:text=Fourteen%20jobs%20go."
    assert 'href="https://a.example/x#y"' in link("https://a.example/x#y", fragment="#:~:text=z")


def test_the_source_is_one_line_for_notes(answer: Answer) -> None:
    lines = [source_line(passage.citation) for passage in answer.passages]
    assert lines[0] == (
        "Quay Courier, “Marlin ferry stops for good”, 3 March 2026, by Ines Rask and Tom Oduya, "
        "https://courier.example/marlin"
    )
    assert lines[2] == "Inland Ledger, no headline, date unknown, AI-generated page"


def test_other_cited_passages_are_marked_more_lightly() -> None:
    html = article_to_html(Article("a", "O", "T", "One. Two. Three.", "a.md", "h"), (0, 4), others=[(10, 16)])
    assert '<mark id="hit" tabindex="-1" class="cited">One.</mark> Two. <mark class="other">Three.</mark>' in html


def test_an_article_that_has_changed_says_so() -> None:
    article = Article("a", "O", "T", "One.", "a.md", "h")
    assert CHANGED in article_to_html(article, changed=True)
    assert CHANGED not in article_to_html(article)


def test_what_was_understood_can_be_taken_away() -> None:
    filters = Filters(outlets=("Quay Courier",), since=date(2026, 3, 1), exclude=("a", "b"))
    period = Period(date(2026, 3, 1), date(2026, 3, 7), "last week")
    question = Question("q", "q", ("x y",), (Facet("Harbour Post", "q"),), (period,), filters, ("before",))
    tags = read(answer_to_html(answer_of(question=question)), "x").tags
    kinds = [(tag["data-kind"], tag["data-value"]) for name, tag in tags if tag.get("class") == "again"]
    assert kinds == [
        ("outlet", "Harbour Post"),
        ("phrase", "x y"),
        ("period", "last week"),
        ("only", "Quay Courier"),
        ("since", ""),
        ("all-articles", ""),
        ("carried", ""),
    ]


def test_wider_searches_are_offered_where_nothing_was_found() -> None:
    question = Question("q", "q", filters=Filters(outlets=("Quay Courier",), since=date(2026, 3, 1)))
    html = answer_to_html(answer_of(found=False, question=question))
    assert "Search wider:" in html
    assert 'data-kind="all-outlets"' in html
    assert 'data-kind="all-days"' in html
    assert "Search wider:" not in answer_to_html(answer_of(found=False))


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(scope="module")
def palette() -> dict[str, tuple[str, str]]:
    found = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", COLOURS.read_text(encoding="utf-8"))
    return {name: (light, dark) for name, light, dark in found}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_colour_of_text_keeps_its_contrast(palette: dict[str, tuple[str, str]], scheme: int) -> None:
    pairs = [(f"outlet-{n}", "outlet-ink") for n in [*range(OUTLET_COLOURS), "none"]]
    pairs += [(text, ground) for text in ("ink", "quiet", "accent", "warning") for ground in ("paper", "sheet")]
    pairs += [("ink", "mark"), ("ink", "cited")]
    low = {pair: contrast(palette[pair[0]][scheme], palette[pair[1]][scheme]) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}


def test_no_two_outlets_share_a_colour(palette: dict[str, tuple[str, str]]) -> None:
    colours = [palette[f"outlet-{n}"] for n in range(OUTLET_COLOURS)]
    assert all(a[0] != b[0] and a[1] != b[1] for a, b in combinations(colours, 2))
