"""Texts that try to be more than text, HTML read as a browser reads it, and small answers."""

from datetime import date
from html.parser import HTMLParser

from hypothesis import strategies as st

from qa.answer import Answer, OutletCoverage, Verdict
from qa.passage import Citation, Passage
from qa.question import Question

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
    parser.feed(str(html))  # of Markup the parser would hand on Markup, which escapes what is added to it
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
    return Answer(
        question or Question("What?", "What?"),
        passages,
        Verdict.ANSWERS if found else Verdict.NO,
        0.9,
        outlets,
        "000001",
        0.01,
    )


# U+0000 and lone surrogates cannot stand in an HTML document; U+000D is read as written only when escaped.
texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=200)


spans = st.tuples(st.integers(0, 200), st.integers(0, 200)).map(lambda ends: (min(ends), max(ends)))
