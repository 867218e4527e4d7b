"""How XML of others is parsed: no entity is expanded, no DTD is loaded, and nothing is fetched."""

from lxml import etree


def xml_parser(*, recover: bool = False, remove_pis: bool = False) -> etree.XMLParser:
    """Makes a parser for one document.

    Args:
        recover: Whether to go on behind a fault; the parser's log names them.
        remove_pis: Whether to leave out what is written for programs, such as style sheets.
    """
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=recover, remove_pis=remove_pis
    )
