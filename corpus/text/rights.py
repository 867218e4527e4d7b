"""Lines about rights, such as "© 2026 Quay Courier Ltd. All rights reserved.", told from sentences that begin so."""

import re

from corpus.text.date_words import is_word_of_date

_MARK = re.compile(
    r"(?:copyright\W{0,3})?(?:™ & )?(?:[©ⓒ]|\(c\)\s)|copyright (?:\(c\) )?(?:19|20)\d\d\b", re.IGNORECASE
)
_NOTICE = re.compile(
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|(?:todos )?los derechos reservados|"
    r"tutti i diritti riservati|riproduzione riservata|todos os direitos reservados|wszelkie prawa zastrzeżone|"
    r"все права защищены",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 200  # characters
# What such lines hold in small letters: a sentence has other words, too.
_WORDS = frozenset(
    """
    c all rights reserved copyright copyrights reproduction reprint republication distribution use without permission
    prior written consent prohibited not permitted forbidden may no part be in whole or by of the and for to from its
    any form a an is are this material article content text inc ltd llc plc gmbh ag se kg co
    alle rechte vorbehalten nachdruck vervielfältigung weiterverbreitung verbreitung untersagt verboten nur mit
    genehmigung und der die das des von für
    tous droits réservés reproduction interdite sans autorisation et de du des la le les l d
    todos los derechos reservados prohibida reproducción total parcial sin autorización y o el del
    tutti i diritti riservati riproduzione riservata vietata senza e di il dello della
    todos os direitos reservados proibida a reprodução sem autorização os dos do da em
    wszelkie prawa zastrzeżone все права защищены i и
    """.split()
)


def is_rights_line(line: str) -> bool:
    """Says whether a line is nothing but whose the rights are: names, years and the words of such notices."""
    text = line.strip()
    if len(text) > _LONGEST or not (_MARK.match(text) or _NOTICE.search(text)):
        return False
    small = (word for word in _WORD.findall(text) if word[0].islower())  # the names of owners are written large
    return all(word in _WORDS or is_word_of_date(word) for word in small)
