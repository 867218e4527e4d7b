"""Text recognition (OCR) for pages that hold pictures only, where the extra for it is installed."""

import importlib
import logging
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import cache
from typing import Any

import pypdfium2

from corpus.text.characters import clean_characters

Recogniser = Callable[[Any], list[str]]  # the picture of a page, as an array, to its lines
_SECONDS = 12.0  # for one file; with the models to load, the worker's own limit is not far
_DOTS = 200  # an inch, at which the models read print best
_POINTS = 72  # an inch
_MOST_DOTS = 12_000_000  # of a page, whatever size it says it has


@cache
def find_recogniser() -> Recogniser | None:
    """Returns the recogniser that is installed; its models come with it, and nothing is fetched."""
    try:
        engine = importlib.import_module("rapidocr").RapidOCR()
    except ImportError:
        return None
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return lambda picture: list(engine(picture).txts or ())


def recognise(document: pypdfium2.PdfDocument, pages: Iterable[int], recogniser: Recogniser) -> dict[int, str]:
    """Reads pictures of pages, as many as there is time for.

    Args:
        document: The open file.
        pages: Numbers of the pages, from 0.
        recogniser: Reads a picture.

    Returns:
        The text of each page that was read.
    """
    end = time.monotonic() + _SECONDS
    texts: dict[int, str] = {}
    for number in pages:
        if time.monotonic() > end:
            break
        with closing(document[number]) as page:
            width, height = page.get_size()
            scale = min(_DOTS / _POINTS, (_MOST_DOTS / max(width * height, 1)) ** 0.5)
            with closing(page.render(scale=scale)) as bitmap:
                texts[number] = clean_characters("\n".join(recogniser(bitmap.to_numpy())))
    return texts
