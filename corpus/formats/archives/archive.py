"""Archives of articles: each file in them is read as it would be outside; archives in archives are not opened."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from corpus.errors import UnreadableFile
from corpus.formats.documents import Document, gather, without_number
from corpus.formats.draft import Draft, Hints, Parsed
from corpus.metadata.merge import from_places
from corpus.metadata.record import read_url
from corpus.passed_over import Rule, count_by_rule


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive.

    Attributes:
        name: Its name or address, for showing only: it may say ``../../etc/passwd``.
        data: Its bytes; empty when it cannot be read.
        problem: Why it cannot be read, or empty.
        url: Address it was received from; empty when the archive does not say.
        suffix: End of its name, which tells what it should be.
    """

    name: str
    data: bytes = b""
    problem: str = ""
    url: str = ""
    suffix: str = ""


Members = Callable[[bytes], Iterator[Member]]
MemberParser = Callable[[Member, Hints], Parsed | None]


def parse_archive(data: bytes, hints: Hints, members: Members, parse: MemberParser) -> Parsed:
    """Parses the files of an archive; its articles are numbered through.

    Args:
        data: The archive.
        hints: How to read the files in it.
        members: Unpacks the archive.
        parse: Parses one file of it; None of one whose kind is no article's.

    Raises:
        UnreadableFile: It holds no file, or none can be read for one and the same reason.
    """
    contents = enumerate(_contents(members(data), hints, parse), start=1)
    return without_number(gather((Document(*content) for content in contents), "holds no file of articles"))


def _contents(members: Iterator[Member], hints: Hints, parse: MemberParser) -> Iterator[Draft | str]:
    passed: list[tuple[Rule, str]] = []
    for member in members:
        try:
            found = _parse_member(member, hints, parse)
        except UnreadableFile as error:
            yield f"{member.name}: {error}" if member.name else str(error)
            continue
        if found is None:
            passed.append((Rule.KIND, member.suffix) if member.suffix else (Rule.WITHOUT_ENDING, member.name))
            continue
        noted = from_places(url=(read_url(member.url), "address in the archive"))
        yield from (replace(draft, metadata=draft.metadata.over(noted)) for draft in found.drafts)
        yield from (f"{member.name}: {problem.reason}" for problem in found.problems)
    yield from (f"holds {some.line()}" for some in count_by_rule(passed))


def _parse_member(member: Member, hints: Hints, parse: MemberParser) -> Parsed | None:
    if member.problem or not member.data.strip():
        raise UnreadableFile(member.problem or "is empty")
    return parse(member, hints)
