"""Newsletters that hold several stories: where each begins, and what belongs to none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from corpus.formats.mail.body import RULE
from corpus.metadata.record import read_url
from corpus.web.blocks import Block

_STORY_WORDS = 40  # a shorter piece with a link is a teaser: the story stands elsewhere
_WHOLE_WORDS = 20  # a piece without a link is all there is; a shorter one is no story
_SHORTEST_LINK = 3  # characters; shorter ones are the numbers of notes
_BUTTON = re.compile(
    r"(?:subscribe|share|tweet|like|comment|leave a comment|donate|upgrade|support|sign up|abonnieren|teilen"
    r"|s['’]abonner|partager|suscríbete|compartir)\b.{0,40}",
    re.IGNORECASE,
)
_STORIES_FEWEST = 2
_PROSE_LEAST = 0.6  # share of the words that must lie in stories, else the mail is no digest


@dataclass(frozen=True, slots=True)
class Story:
    """One story of a digest.

    Attributes:
        heading: Its headline; None where it has none of its own.
        blocks: Its text.
        after: Blocks between it and the next story that belong to neither, and for the first those above it.
    """

    heading: Block | None
    blocks: tuple[Block, ...]
    after: tuple[Block, ...] = ()


def split_stories(blocks: Sequence[Block]) -> list[Story]:
    """Splits a digest at its headings; each block is in a story or after one.

    Returns:
        The stories; none where the mail is one text, or much of it is no story of its own.
    """
    sections = list(_sections(blocks))
    linked = [section for section in sections if _is_headed(section) and _leads_on(section)]
    told = sum(_words(section[1:]) >= _STORY_WORDS for section in linked)
    stories = [_is_story(section, number, len(sections)) for number, section in enumerate(sections)]
    prose = sum(_words(section) for section, story in zip(sections, stories, strict=True) if story)
    if told < _STORIES_FEWEST or prose < _PROSE_LEAST * _words(blocks):
        return []
    return list(_put_together(sections, stories))


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Gives what stands between headings and rules; a rule under a heading only underlines it."""
    section: list[Block] = []
    for block in blocks:
        rule = RULE.fullmatch(block.text) is not None
        underlines = rule and len(section) == 1 and section[0].heading
        if section and (block.heading or rule) and not underlines:
            yield tuple(section)
            section = []
        if not rule:
            section.append(block)
    if section:
        yield tuple(section)


def _is_story(section: Sequence[Block], number: int, count: int) -> bool:
    """Says whether a section is a story; what has no heading at the end of a mail is about the mail."""
    if not _is_headed(section):
        return _words(section) >= _STORY_WORDS and number < count - 1
    return _words(section[1:]) >= (_STORY_WORDS if _leads_on(section) else _WHOLE_WORDS)


def _put_together(sections: Sequence[tuple[Block, ...]], stories: Sequence[bool]) -> Iterator[Story]:
    story: tuple[Block, ...] = ()
    others: list[Block] = []
    for section, is_story in zip(sections, stories, strict=True):
        if not is_story:
            others += section
            continue
        if story:
            yield _story(story, others)
            others = []
        story = section
    yield _story(story, others)


def _story(section: Sequence[Block], others: Sequence[Block]) -> Story:
    heading = section[0] if section[0].heading else None
    return Story(heading, tuple(section[1:] if heading else section), tuple(others))


def _is_headed(section: Sequence[Block]) -> bool:
    return section[0].heading


def _leads_on(section: Sequence[Block]) -> bool:
    """Says whether a section links to its story; a link in the middle of a text may lead anywhere."""
    linked = (section[0], *(block for block in section[1:] if len(block.link) >= _SHORTEST_LINK))
    return any(read_url(unescape(block.url)) for block in linked if not _BUTTON.fullmatch(block.link))


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)
