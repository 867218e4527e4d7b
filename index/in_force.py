"""What is in force: every setting with its value and where that comes from, as ``dateline status --settings`` tells."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

Origin = Literal["option", "file", "default"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        section: Of dateline.toml.
        key: Under which it stands there.
        value: What counts.
        origin: Where that comes from; an option wins over the file, the file over the default.
    """

    section: str
    key: str
    value: str | int | float | Path
    origin: Origin

    def line(self) -> str:
        """Returns the line of dateline.toml that would set it."""
        value = str(self.value) if isinstance(self.value, Path) else self.value
        written = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")  # JSON alone leaves it as it is
        return f"{self.key} = {written}"


@dataclass(frozen=True, slots=True)
class InForce:
    """All settings, by section.

    Attributes:
        file: The dateline.toml beside the articles.
        is_there: Whether there is one.
        settings: All of them, those of a section one after another.
    """

    file: Path
    is_there: bool
    settings: tuple[Setting, ...]

    def lines(self) -> Iterator[str]:
        """Returns them as a dateline.toml that sets each to the value it has, with where that comes from."""
        yield f"# {self.file}" + ("" if self.is_there else " (there is none yet)")
        width = max(len(setting.line()) for setting in self.settings)
        for section, settings in groupby(self.settings, key=lambda setting: setting.section):
            yield ""
            yield f"[{section}]"
            yield from (f"{setting.line():<{width}}  # {setting.origin}" for setting in settings)

    def to_dict(self) -> dict[str, object]:
        """Returns them as `print_json` takes them."""
        sections = groupby(self.settings, key=lambda setting: setting.section)
        told = {
            name: {one.key: {"value": one.value, "from": one.origin} for one in settings} for name, settings in sections
        }
        return {"file": self.file, "is_there": self.is_there, "settings": told}
