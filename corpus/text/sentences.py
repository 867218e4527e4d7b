"""Finds the sentences of a text."""

import re

import sentencex

PARAGRAPH = re.compile(r"[^\n]+")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Finds the sentences of a text.

    Args:
        text: Any text; a line break always ends a sentence.

    Returns:
        Spans (start, end) in order, without the white space around them; empty ones left out.
    """
    spans = []
    for paragraph in PARAGRAPH.finditer(text):
        for boundary in sentencex.get_sentence_boundaries("en", paragraph.group()):
            piece = boundary["text"]
            start = paragraph.start() + boundary["start_index"] + len(piece) - len(piece.lstrip())
            if piece := piece.strip():
                spans.append((start, start + len(piece)))
    return spans
