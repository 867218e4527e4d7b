"""The pages of LexisNexis were looked up in public parsers and what they are tested on: koheiw/newspapers
(tests/data/nexis: a German interface, hits marked by spans, dates split by spans, notices of rights at the end),
pmyteh/R.TeMiS (inst/texts: no headline, lists between paragraphs, a headline of several lines, stray blocks between
labels) and CorpusExplorer (nexis.com). All have a numbered class for each style, and comments that hide XML.
"""

import html

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.formats.draft import Draft, Hints
from corpus.formats.html import parse_html
from tests.corpus.formats.exports.invented import Story, assert_all_are_found, stories
from tests.corpus.formats.exports.nexis.test_classic import LABELS, SEPARATORS, printed

STYLES = """<HTML><HEAD><STYLE TYPE="text/css"><!--
.c0 { text-align: center; }
.c1 { text-align: center; margin-top: 0em; margin-bottom: 0em; }
.c2 { font-family: Arial; font-size: 10pt; color: #000000; text-decoration: none; }
.c3 { text-align: center; margin-left: 13%; margin-right: 13%; }
.c4 { font-family: Arial; font-weight: bold; color: #CC0033; }
.c5 { text-align: left; }
.c6 { text-align: left; margin-top: 0em; margin-bottom: 0em; }
--></STYLE><TITLE>&nbsp;</TITLE></HEAD><BODY>
<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c2">Download Request: Selected Items: 1-2<BR>Time Of Request: Saturday,
October 21, 2017 &nbsp;18:07:13<BR>Terms: (harbour OR Kai f&uuml;r alle)<BR></SPAN></P></DIV>
"""


def centred(text: str) -> str:
    return f'<BR><DIV CLASS="c0"><BR><P CLASS="c1"><SPAN CLASS="c2">{text}</SPAN></P>\n</DIV>\n'


def left(*paragraphs: str) -> str:
    inner = "".join(
        f'<P CLASS="c6"><SPAN CLASS="c2">{text}</SPAN><SPAN CLASS="c2">&nbsp;</SPAN></P>\n' for text in paragraphs
    )
    return f'<BR><DIV CLASS="c5">{inner}</DIV>\n'


def marked(text: str) -> str:
    """The text with its first word marked as a hit."""
    first, _, rest = html.escape(text).partition(" ")
    return f'<SPAN CLASS="c4">{first}</SPAN><SPAN CLASS="c2"> {rest}</SPAN>'


@st.composite
def pages(draw: st.DrawFn) -> tuple[list[Story], bytes]:
    language = draw(st.sampled_from(sorted(LABELS)))
    byline, section, length, loaded, spoken, *_ = LABELS[language]
    told = draw(st.lists(stories(), min_size=1, max_size=draw(st.sampled_from([2, 40]))))
    source = STYLES
    for number, story in enumerate(told, start=1):
        source += f'<A NAME="DOC_ID_{number}_0"></A><!-- Hide XML section from browser\n<DOC NUMBER=1>\n<DOCFULL> -->\n'
        source += centred(draw(st.sampled_from(SEPARATORS[language])).format(number, len(told)))
        source += centred(f'<IMG SRC="a.gif" ALT="a.gif"><BR>{html.escape(story.outlet)}')
        source += f'<BR><DIV CLASS="c3"><P CLASS="c1">{marked(printed(story.day, language))}</P></DIV>'
        labels = [(section, "NEWS; Pg. 4")] * draw(st.integers(0, 1))
        labels += [(byline, "; ".join(story.authors))] if story.authors else []
        source += left(marked(story.headline))
        for name, value in (*draw(st.permutations(labels)), length.format(9).split(": ")):
            source += left(f'<SPAN CLASS="c8">{name}: </SPAN><SPAN CLASS="c2">{html.escape(value)}</SPAN>')
        source += left(*map(marked, story.paragraphs))
        for name, value in draw(st.permutations([(loaded, printed(story.day, language)), (spoken, "ENGLISH")])):
            source += left(f'<SPAN CLASS="c8">{name}: </SPAN><SPAN CLASS="c2">{value}</SPAN>')
        source += centred(f"Copyright {story.day.year} {html.escape(story.outlet)} Ltd.<BR>All Rights Reserved")
        source += "<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n"
    return told, source.encode(draw(st.sampled_from(["utf-8", "ascii"])), "xmlcharrefreplace")


def read(data: bytes) -> tuple[Draft, ...]:
    parsed = parse_html(data, Hints())
    assert parsed.problems == ()
    return parsed.drafts


@settings(max_examples=30, deadline=None)
@given(pages())
def test_every_document_of_a_page_of_lexisnexis_is_found(export: tuple[list[Story], bytes]) -> None:
    told, data = export
    drafts = read(data)
    assert_all_are_found(told, drafts)


def test_lists_tables_and_lines_of_a_page_stay_in_their_order() -> None:
    source = STYLES + '<A NAME="DOC_ID_1_0"></A>' + centred("1 of 1 DOCUMENTS") + centred("The Daily Mole")
    source += centred("December 31, 2018 Monday 10:50 AM GMT") + left("A wall; <BR>and its masons")
    source += left("LENGTH: 9 words") + left("The council said:")
    source += '<BR><UL><LI><P><SPAN><NOBR>&bull;</NOBR></SPAN></P><DIV><P CLASS="c6">One stone.</P></DIV></LI></UL>'
    source += "<TABLE><TR><TD><P>Votes</P></TD><TD>In favour</TD></TR><TR><TD>31</TD><TD>2</TD></TR></TABLE>"
    source += left("That was all.", "nobody@example.org") + left("LOAD-DATE: December 31, 2018") + left("MATP")
    source += left("DISTRIBUTION: Every Zone")
    (draft,) = read(source.encode())
    assert draft.text == (
        "The council said:\n\nOne stone.\n\nVotes | In favour\n\n31 | 2\n\nThat was all.\n\nnobody@example.org"
    )
    assert (draft.metadata.title, draft.metadata.outlet) == ("A wall; and its masons", "The Daily Mole")
    assert "MATP" in draft.dropped
