from pathlib import Path

import pytest
from lxml import etree

from corpus.text.xml_parser import xml_parser


def words_of(source: str, *, recover: bool = False) -> str:
    return "".join(map(str, etree.fromstring(source.encode(), xml_parser(recover=recover)).itertext()))


def test_no_entity_is_expanded() -> None:
    assert words_of('<!DOCTYPE a [<!ENTITY e "secret">]><a>The &e; wall</a>') == "The &e; wall"


def test_nothing_outside_of_a_document_is_read(tmp_path: Path) -> None:
    secret, declared = tmp_path / "secret.txt", tmp_path / "declared.dtd"
    secret.write_text("secret", encoding="utf-8")
    declared.write_text('<!ATTLIST a read CDATA "yes">', encoding="utf-8")
    assert words_of(f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]><a>The &e; wall</a>') == "The &e; wall"
    source = f'<!DOCTYPE a SYSTEM "{declared.as_uri()}"><a/>'
    assert etree.fromstring(source.encode(), xml_parser()).get("read") is None


def test_a_parser_goes_on_behind_a_fault_only_where_it_is_told_to() -> None:
    assert words_of("<a>The <b>wall</a>", recover=True) == "The wall"
    with pytest.raises(etree.XMLSyntaxError):
        words_of("<a>The <b>wall</a>")
