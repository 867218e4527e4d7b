"""Markup that is XML, as e-books and notes have it, in the form of HTML that everything else here reads.

A reader of HTML takes ``<title/>`` or ``<en-media/>`` for the beginning of an element that goes on to the end.
"""

from lxml import etree


def html_of(data: bytes) -> str:
    """Returns markup as HTML; where it is no XML, as it is. No entity is expanded, and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except (etree.LxmlError, ValueError):
        return data.decode(errors="replace")
    etree.cleanup_namespaces(root)
    written: str = etree.tostring(root, method="html", encoding="unicode")
    return written
