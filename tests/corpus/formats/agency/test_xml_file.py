import pytest

from corpus.errors import UnreadableFile
from corpus.formats.agency.agency_xml import parse_agency_xml
from corpus.formats.draft import Hints
from tests.corpus.formats.agency.marked_up import read


def test_files_of_other_encodings_and_with_entities_of_html_are_read() -> None:
    body = "<body><body.content><p>D\xe9c\xe8s&nbsp;&mdash; x</p></body.content></body>"
    latin = f'<?xml version="1.0" encoding="iso-8859-1"?><nitf>{body}</nitf>'
    (draft,) = read(latin, "iso-8859-1")
    assert draft.text == "Décès — x"
    (draft,) = parse_agency_xml(latin.replace("iso-8859-1", "utf-8").encode("cp1252"), Hints()).drafts
    assert (draft.text, draft.guessed_encoding) == ("Décès — x", "cp1252")
    (draft,) = parse_agency_xml(latin.replace("iso-8859-1", "utf-16").encode(), Hints()).drafts
    assert (draft.text, draft.guessed_encoding) == ("Décès — x", "")


def test_a_dtd_may_take_over_another_which_is_never_loaded() -> None:
    body = "<nitf><body><body.content><p>The wall stands.</p></body.content></body></nitf>"
    (draft,) = read(f'<!DOCTYPE nitf SYSTEM "n.dtd" [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x; ]>{body}')
    assert draft.text == "The wall stands."
    with pytest.raises(UnreadableFile, match="declares entities"):
        read(f'<!DOCTYPE nitf [<!ENTITY % x SYSTEM "x.dtd"> %x; <!ENTITY a "b"> ]>{body}')
