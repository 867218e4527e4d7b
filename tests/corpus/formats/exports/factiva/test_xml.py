"""Factiva and Dow Jones as XML.

What is known of the forms, by public material:
- PPS: the test file of tm.plugin.factiva (``PPSResponse``, ``ppsarticle``, ``article``; highlighted words in ``hlt``);
  Zotero's translator for Factiva (``sourceName`` also inside ``source``; ``date`` beside ``dateTime``; ``&nbsp;``,
  which XML does not know; ``contentHeadline`` where documents were left out as copies).
- The feed ("DistDoc"): its XML reference on developer.dowjones.com (``Date fid="pd"``, ``SrcName``, ``Headline``,
  ``LeadPara``, ``TailParas``, ``Byline``, ``HandL`` around headline and first paragraphs, ``A`` inside words).
- The newswire ("djnml"): the test files of elcamino/djnml and those of several readers of the archive, where a file
  holds many ``doc`` after one declaration, without an element around them; ``(END) Dow Jones Newswires`` and the time
  as last paragraphs; ``administration`` instead of a ``body`` in what deletes or changes another document.
"""

from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.check import check_corpus
from corpus.errors import UnreadableFile
from corpus.formats.draft import Hints, Parsed
from corpus.formats.exports.factiva.xml import parse_factiva_xml
from corpus.formats.kinds import FACTIVA, kind_of
from tests.corpus.formats.exports.factiva.documents import Story, check, stories

_DECLARED = '<?xml version="1.0" encoding="utf-8"?>\n'


def pps(stories: list[Story], shuffle: list[int], *, dated: bool, marked: bool) -> str:
    return (
        f'{_DECLARED}<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet '
        f'count="{len(stories)}">{"".join(_pps(story, shuffle, dated=dated, marked=marked) for story in stories)}'
        "</ppsarticleResultSet></ppsArticleResponse></PPSResponse>"
    )


def _pps(story: Story, shuffle: list[int], *, dated: bool, marked: bool) -> str:
    day = f"<date>{story.day}</date><time>01:35:58Z</time>" if dated else f"<dateTime>{story.day}T01:35:58Z</dateTime>"
    source = f"<sourceName>{escape(story.outlet)}</sourceName>"
    parts = [
        f"<accessionNo>{story.accession}</accessionNo><baseLanguage>EN</baseLanguage>",
        f"<byline>By {escape(story.author)}</byline>" if story.author else "",
        f"<copyright>{escape(story.copyright)}&nbsp; </copyright>" if story.copyright else "<copyright />",
        f"<headline>{_paragraphs([story.headline], marked=marked)}</headline>",
        f"<leadParagraph>{_paragraphs(story.paragraphs[:1], marked=marked)}</leadParagraph>",
        f"<publicationDate>{day}</publicationDate>",
        f"<source>{source}</source>" if marked else source,
        f"<sectionName>{escape(story.section)}</sectionName>" if story.section else "",
        '<newsSubject code="gpol" position="0"><name>Domestic Politics</name></newsSubject><wordCount>82</wordCount>',
        f"<tailParagraphs>{_paragraphs(story.paragraphs[1:], marked=marked)}</tailParagraphs>",
    ]
    return f"<ppsarticle><article>{''.join(parts[place] for place in shuffle)}</article></ppsarticle>\n"


def _paragraphs(texts: list[str] | tuple[str, ...], *, marked: bool) -> str:
    def words(text: str) -> str:
        first, _, rest = escape(text).partition(" ")
        return f"<hlt>{first}</hlt> {rest}" if marked else f"{first} {rest}"

    return "".join(f'<paragraph display="Proportional" lang="EN">\n  {words(text)}</paragraph>' for text in texts)


def feed(stories: list[Story], *, around: bool) -> str:
    documents = "\n".join(map(_dist_doc, stories))
    return f"{_DECLARED}{f'<DistList>{documents}</DistList>' if around else documents}"


def _dist_doc(story: Story) -> str:
    headline = f'<Headline fid="hd"><Para lang="en">{escape(story.headline)}\n</Para></Headline>'
    byline = f"<Byline>By {escape(story.author)}</Byline>" if story.author else ""
    paras = [f"<Para>{escape(text)}</Para>" for text in story.paragraphs]
    return (
        f'<DistDoc action="add" an="{story.accession}" doctype="article"><SelectData><FolderName id="1">Harbours'
        f'</FolderName></SelectData><ReplyItem lang="en"><Num fid="wc" value="82"/><Date fid="pd" value="'
        f'{story.day:%Y%m%d}"/><SrcName fid="sn">{escape(story.outlet)}</SrcName><Title fid="hl">{headline}</Title>'
        f"<Snippet>{paras[0]}</Snippet></ReplyItem><ArchiveDoc><Article><HandL><Title><SectionName>"
        f"{escape(story.section)}</SectionName>{headline}</Title><LeadPara>{paras[0]}</LeadPara></HandL><TailParas>"
        f"{''.join(paras[1:])}</TailParas>{byline}<Copyright>{escape(story.copyright)}</Copyright></Article>"
        "</ArchiveDoc></DistDoc>"
    )


def newswire(stories: list[Story]) -> str:
    declared = '<?xml version="1.0" encoding="ISO-8859-1" ?>\n<!DOCTYPE doc SYSTEM "djnml-1.0b.dtd">\n'
    return declared + "\n".join(map(_newswire_doc, stories))


def _newswire_doc(story: Story) -> str:
    byline = f"<p>  By {escape(story.author)}</p>" if story.author else ""
    paragraphs = "".join(f"<p>\n  {escape(text)}</p>" for text in story.paragraphs)
    return (
        f'<doc msize="1" md5="x" transmission-date="{story.day:%Y%m%d}T235959Z" >\n<djnml publisher="DJN" docdate="'
        f'{story.day:%Y%m%d}" product="DN" seq="{story.number}" xml:lang="en-us" ><head><copyright year="2026" holder='
        '"Dow Jones &amp; Company, Inc."/><docdata><djn><djn-newswires news-source="DJDN" origin="DJ"><djn-mdata '
        f'brand="DJ" accession-number="2026{story.number:010d}" display-date="{story.day:%Y%m%d}T0535Z"><djn-coding>'
        "<djn-company><c>ADS.XE</c></djn-company></djn-coding></djn-mdata></djn-newswires></djn></docdata></head>"
        f'<body><headline brand-display="DJ" >\n{escape(story.headline)}</headline><text>\n{byline}{paragraphs}'
        "<p>\n  (END) Dow Jones Newswires</p>\n<p>\n  July 16, 2012 04:03 ET (08:03 GMT)</p></text></body></djnml>"
        "</doc>"
    )


def read(source: str, encoding: str = "utf-8") -> Parsed:
    data = source.encode(encoding, errors="xmlcharrefreplace")
    assert kind_of(data, ".xml") is FACTIVA
    return parse_factiva_xml(data, Hints())


@settings(max_examples=30, deadline=None)
@given(stories(), st.permutations(range(10)), st.booleans(), st.booleans())
def test_every_document_of_the_service_is_found(
    expected: list[Story], shuffle: list[int], dated: bool, marked: bool
) -> None:
    check(read(pps(expected, shuffle, dated=dated, marked=marked)), expected)


@settings(max_examples=20, deadline=None)
@given(stories(), st.booleans())
def test_every_document_of_the_feed_is_found(expected: list[Story], around: bool) -> None:
    check(read(feed(expected, around=around)), expected)


@settings(max_examples=20, deadline=None)
@given(stories())
def test_every_document_of_the_newswire_is_found(expected: list[Story]) -> None:
    said = [replace(story, outlet="Dow Jones Newswires", copyright="", section="") for story in expected]
    parsed = read(newswire(expected), "iso-8859-1")
    check(parsed, said, numbered=False)
    for draft, story in zip(parsed.drafts, expected, strict=True):
        assert draft.metadata.article_id == f"2026{story.number:010d}"
        assert "(END) Dow Jones Newswires" in draft.dropped


STORY = Story(1, "Quay Courier", "A wall is repaired", date(2026, 2, 18), "Mira Ulv", "", "", "", "", ("The text.",))
ONE = _pps(STORY, [*range(10)], dated=False, marked=False)


def service(*documents: str) -> str:
    return f"{_DECLARED}<PPSResponse>{''.join(documents)}</PPSResponse>"


def test_a_damaged_document_takes_no_other_with_it() -> None:
    parsed = read(service(ONE.replace("</headline>", "", 1), ONE, ONE[: ONE.index("The text.")]))
    assert [draft.number for draft in parsed.drafts] == [2]
    assert [problem.source for problem in parsed.problems] == ["#1", "#3"]
    assert [problem.reason.split(":")[0] for problem in parsed.problems] == ["is no XML that can be read", "has no end"]


def test_headlines_without_text_are_named() -> None:
    headline = f"<contentHeadline>{_paragraphs(['A headline'], marked=False)}</contentHeadline>"
    parsed = read(service(ONE, headline))
    assert [problem.reason.split(":")[0] for problem in parsed.problems] == ["metadata only"]


@pytest.mark.parametrize("form", ["{}/>", "{}><ReplyItem/></DistDoc>"])
def test_a_withdrawal_of_the_feed_takes_its_document_out(tmp_path: Path, form: str) -> None:
    one, other = STORY, replace(STORY, number=2, headline="Another", paragraphs=("Words of its own.",))
    (tmp_path / "monday.xml").write_text(feed([one, other], around=True))
    withdrawal = form.format(f'<DistDoc action="del" an="{one.accession}"')
    (tmp_path / "tuesday.xml").write_text(f"{_DECLARED}<DistList>{withdrawal}</DistList>")
    checked = check_corpus(tmp_path)
    assert [found.article.title for found in checked.articles] == ["Another"]
    assert any("withdraws" in problem.reason for problem in checked.problems)


def test_what_the_newswire_says_of_other_documents_is_named() -> None:
    said = "<doc><djnml><administration><doc-delete seq='1' reason='expire'/></administration></djnml></doc>"
    parsed = read(newswire([STORY]) + said)
    assert [problem.reason for problem in parsed.problems] == [
        "withdraws or changes another document; it is none itself"
    ]


def test_characters_that_xml_has_no_name_for_and_prefixes_nobody_declared_are_read() -> None:
    made = ONE.replace("The text.", "Caf&eacute; &nobody; A&amp;B").replace("<byline>", "<ns2:byline xsi:type='x'>")
    (draft,) = read(service(made.replace("</byline>", "</ns2:byline>"))).drafts
    assert draft.text == "Café &nobody; A&B"
    assert draft.metadata.authors == ("Mira Ulv",)


def test_further_headlines_are_text_and_fixed_paragraphs_keep_their_lines() -> None:
    more = _paragraphs(["A wall is repaired", "It took a year"], marked=False)
    made = ONE.replace(_paragraphs(["A wall is repaired"], marked=False), more)
    fixed = '<paragraph display="Fixed">Wall   4.2\nPier   1.0</paragraph></leadParagraph>'
    (draft,) = read(service(made.replace("</leadParagraph>", fixed))).drafts
    assert draft.metadata.title == "A wall is repaired"
    assert draft.text == "It took a year\n\nThe text.\n\nWall   4.2\nPier   1.0"


def test_other_spellings_that_the_feed_adds_for_searches_are_no_words_of_the_text() -> None:
    (draft,) = read(feed([STORY], around=True).replace("The text.", "In <A>Zurich</A>Zürich.")).drafts
    assert draft.text == "In Zürich."


def test_other_xml_is_refused_by_what_it_is_not() -> None:
    with pytest.raises(UnreadableFile, match="holds none of the documents"):
        read("<doc><field>Words of another program.</field></doc>")
