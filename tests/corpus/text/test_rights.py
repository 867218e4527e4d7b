import pytest

from corpus.text.rights import is_rights_line


@pytest.mark.parametrize(
    "line",
    [
        "© 2026 Quay Courier",
        "Copyright (c) 2026 Quay Courier Ltd. All rights reserved.",
        "Copyright 2026 Fen Gazette",
        "© Bote 2026. Alle Rechte vorbehalten. Nachdruck nur mit Genehmigung.",
        "Tous droits réservés",
        "18 febbraio 2026 © RIPRODUZIONE RISERVATA",
        "©2020-2026 The Ostrel Shimbun. All rights reserved. 無断転載を禁じます",
    ],
)
def test_a_line_about_rights_is_told(line: str) -> None:
    assert is_rights_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "© 2026 stood on the brass plate by the door.",
        "© Harbour Trust was painted on the hull.",
        "Copyright 1931 was carved over the door.",
        "Copyright 2024 rules would forbid it, the lawyer said.",
        "(c) 1931 was all that was left of it.",
        "He read the small print, and it said all rights reserved.",
        "All rights reserved, she said, and laughed.",
        "Alle Rechte vorbehalten, stand auf dem Schild am Tor.",
        "The rights of the fishermen",
        "",
    ],
)
def test_a_sentence_is_none(line: str) -> None:
    assert not is_rights_line(line)
