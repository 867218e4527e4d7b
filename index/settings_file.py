"""Reads dateline.toml beside the articles: how Dateline works with them. Each section belongs to one layer."""

import errno
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError, ValidationInfo

from corpus.errors import BadSettings
from corpus.metadata.toml_text import parse_toml
from index.disk.plain_file import read_plain

TOML_NAME = "dateline.toml"
SECTIONS = ("index", "answers", "serve")
LARGEST = 20_000  # bytes; all settings with a comment on each have 3,000, and a name of 50,000 parts takes a minute
FITTED: Final = {"fitted": True}  # metadata of a field that was fitted together with others, so no file offers it

_NOT_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}
_SHOWN = 80  # characters of a wrong value or key
_MOST_WRONG = 5  # mistakes that are told of at once
_WANTED = {
    "string_type": "a text in quotation marks",
    "path_type": "a text in quotation marks",
    "value_error": "a path that leads somewhere",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
}

Form = TypeVar("Form")


def _beside(path: Path, info: ValidationInfo) -> Path:
    """Returns where a path of the file leads, which begins at the file."""
    try:
        return (Path(str(info.context)) / path.expanduser()).resolve()
    except (RuntimeError, OSError) as error:  # nobody has such a home, or links lead in a circle
        raise ValueError("it leads nowhere") from error


def _folder_or_name(value: str, info: ValidationInfo) -> str:
    """Returns the folder that a value names, or the value: "./mine" is a folder, "org/mine" only where there is one."""
    if not (value.startswith((".", "~")) or "/" in value or "\\" in value):
        return value
    folder = _beside(Path(value), info)
    return str(folder) if value.startswith((".", "~")) or folder.is_dir() else value


Folder = Annotated[Path, Field(strict=False), AfterValidator(_beside)]
FolderOrName = Annotated[str, AfterValidator(_folder_or_name)]


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """What a dateline.toml says.

    Attributes:
        path: Where it is, or would be.
        is_there: Whether it is.
        sections: Name of a section -> key -> value, as they are written.
    """

    path: Path
    is_there: bool
    sections: Mapping[str, Mapping[str, object]]

    def section(self, name: str, form: type[Form], elsewhere: Mapping[str, str] | None = None) -> Form:
        """Returns the settings of a section; where it says nothing of one, that has its default.

        Args:
            name: Of the section.
            form: A dataclass of the settings, each with its default; it checks its values itself.
            elsewhere: Keys that no file may set -> where they belong.

        Raises:
            BadSettings: A key is not known, or a value cannot be used.
        """
        said, known, wrong = self.sections.get(name, {}), offered(form), []
        for key in said:
            if key not in known:
                wrong.append(f"{name}.{_key(key)} {_not_known(key, known, elsewhere or {})}")
        # Pydantic is strict and still takes a mapping for a dataclass where that comes as JSON.
        plain = {key: said[key] if isinstance(said[key], str | int | float) else [] for key in said if key in known}
        try:
            settings = TypeAdapter(form).validate_json(json.dumps(plain), strict=True, context=self.path.parent)
        except ValidationError as error:
            wrong += (f"{name}.{key} is {_value(said[key])}; it must be {wanted}." for key, wanted in _reasons(error))
        except BadSettings as error:
            wrong.append(f"{name}.{error}")
        if wrong:
            raise BadSettings(_told(self.path, wrong))
        return settings


def offered(form: type) -> tuple[str, ...]:
    """Returns the keys that a section of this form may have."""
    parts: tuple[Any, ...] = fields(form)
    return tuple(part.name for part in parts if not part.metadata.get("fitted"))


def read_settings_file(articles: Path) -> SettingsFile:
    """Reads the dateline.toml in a folder of articles, or beside one file of many.

    Raises:
        BadSettings: It cannot be read, or has anything but the sections.
    """
    path = _place(articles)
    try:
        parsed = parse_toml(read_plain(path, LARGEST))
    except OSError as error:
        if error.errno in _NOT_THERE:
            return SettingsFile(path, is_there=False, sections={})
        raise BadSettings(_told(path, [f"it cannot be read: {error.strerror or error}."])) from error
    except ValueError as error:
        raise BadSettings(_told(path, [f"it {error}."])) from error
    if wrong := list(_no_sections(parsed)):
        raise BadSettings(_told(path, wrong))
    return SettingsFile(path, is_there=True, sections=parsed)


def _place(articles: Path) -> Path:
    try:
        return (articles if articles.is_dir() else articles.parent) / TOML_NAME
    except OSError:  # whatever is wrong with the articles is told by who reads them
        return articles / TOML_NAME


def _no_sections(parsed: Mapping[str, object]) -> Iterator[str]:
    brackets = [f"[{name}]" for name in SECTIONS]
    for key, value in parsed.items():
        if key in SECTIONS and not isinstance(value, dict):
            yield f"{key} must be written as [{key}], with its keys below."
        elif key not in SECTIONS and isinstance(value, dict | list):
            near = get_close_matches(key, SECTIONS, 1)
            yield f"[{_key(key)}] is not known: " + (
                f"did you mean [{near[0]}]?" if near else f"known are {', '.join(brackets)}."
            )
        elif key not in SECTIONS:
            yield f"{_key(key)} stands in no section: write it below {', '.join(brackets[:-1])} or {brackets[-1]}."


def _not_known(key: str, known: tuple[str, ...], elsewhere: Mapping[str, str]) -> str:
    if key in elsewhere:
        return f"is not set here: {elsewhere[key]}."
    near = get_close_matches(key, known, 1)
    return f"is not known: did you mean {near[0]}?" if near else f"is not known: known are {', '.join(known)}."


def _reasons(error: ValidationError) -> Iterator[tuple[str, str]]:
    for wrong in error.errors():
        allowed = str(wrong.get("ctx", {}).get("expected", "")).replace("'", '"')
        yield str(wrong["loc"][0]), _WANTED.get(wrong["type"]) or allowed or wrong["msg"]


def _key(key: str) -> str:
    return key[:_SHOWN] if key.isidentifier() else json.dumps(key[:_SHOWN])


def _value(value: object) -> str:
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    return json.dumps(value, ensure_ascii=False, default=str)[:_SHOWN]


def _told(path: Path, wrong: list[str]) -> str:
    """Returns a line for each mistake."""
    more = [f"{len(wrong) - _MOST_WRONG:,} more mistakes."] if len(wrong) > _MOST_WRONG else []
    return "\n".join(f"{path}: {line}" for line in [*wrong[:_MOST_WRONG], *more])
