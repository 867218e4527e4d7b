import pytest

from tests.corpus.formats.agency.marked_up import NAR, XHTML, g2_of, read


def test_dpa_s_page_loses_its_own_head_and_its_notes_are_dropped() -> None:
    page = (
        f"<html {XHTML}><body><header><h1>Wall</h1><time>11.10.2026</time></header><section><p>London (dpa) - A.</p>"
        "<p>B.</p></section><section><p># Notizblock</p><p>## Kontakte</p><p>- Autor: X, +49 30 5551234</p></section>"
        "</body></html>"
    )
    item = f'<newsItem {NAR} guid="g"><contentSet><inlineXML>{page}</inlineXML></contentSet></newsItem>'
    (draft,) = read(item)
    assert draft.text == "London (dpa) - A.\n\nB."
    assert draft.dropped == ("Wall", "11.10.2026", "# Notizblock", "## Kontakte", "- Autor: X, +49 30 5551234")


def test_captions_are_dropped_and_a_lead_is_kept_once() -> None:
    body = "<media><media-caption>A boat.</media-caption></media><p>The wall stands.<br/>It will.</p>"
    head = "<body.head><abstract><p>A lead.</p></abstract></body.head>"
    (draft,) = read(f"<nitf><body>{head}<body.content>{body}</body.content></body></nitf>")
    assert draft.text == "A lead.\n\nThe wall stands. It will."
    assert draft.dropped == ("A boat.",)


@pytest.mark.parametrize(
    "last", ["<p>ends</p>", "<p>AAP RTV ar</p>", "51 77 03 CRO01 1113 GEST GEST03", "<p>(ANSA).</p>", "<p>bur/dp</p>"]
)
def test_what_stands_under_a_text_for_colleagues_is_dropped(last: str) -> None:
    draft = g2_of(f"<p>The wall &amp;quot;stands&amp;quot;.</p>{last}")
    assert draft.text == 'The wall "stands".'
    assert len(draft.dropped) == 1


@pytest.mark.parametrize(
    "last", ["AP said so.", "The end came soon.", "12 14 16 18", "AND SO IT ENDS", "He sent 1 SMS"]
)
def test_a_short_last_paragraph_may_be_text(last: str) -> None:
    assert g2_of(f"<p>The wall stands.</p><p>{last}</p>").text == f"The wall stands.\n\n{last}"
