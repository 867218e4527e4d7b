"""Settings of the server, and with those of the layers below every setting there is: the whole of dateline.toml."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from corpus.errors import BadSettings
from index.in_force import InForce, Origin, Setting
from index.library import Library
from index.settings import IndexSection
from index.settings_file import SettingsFile, offered, read_settings_file
from qa.settings import AnswerSettings

_ELSEWHERE = {"token": "articles are passed on, and a secret beside them with them; give it with the option --token"}


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """How the page is served.

    Attributes:
        host: Name or address to listen on; anything but this machine alone needs a token.
        port: Port to listen on.
        watch: Whether articles that change are read at once.
        mcp: Whether assistants may use the articles as tools, too (see `page.api.mcp`).
    """

    host: str = "127.0.0.1"
    port: int = 7860
    watch: bool = True
    mcp: bool = False

    def __post_init__(self) -> None:
        """Checks the values.

        Raises:
            BadSettings: When a value cannot work.
        """
        if not self.host.strip():
            raise BadSettings("host is empty; it must be a name or an address of this machine, such as 127.0.0.1.")
        if not 1 <= self.port <= 65535:
            raise BadSettings(f"port is {self.port}; it must lie between 1 and 65535.")

    @classmethod
    def of(cls, file: SettingsFile) -> Self:
        """Returns what a dateline.toml says, over the defaults.

        Raises:
            BadSettings: It cannot be used as it is written.
        """
        return file.section("serve", cls, _ELSEWHERE)


DEFAULTS = ServeSettings()


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting; each attribute is a section of dateline.toml."""

    index: IndexSection
    answers: AnswerSettings
    serve: ServeSettings

    @classmethod
    def of(cls, file: SettingsFile) -> Self:
        """Returns what a dateline.toml says, over the defaults.

        Raises:
            BadSettings: It cannot be used as it is written.
        """
        index, answers = file.section("index", IndexSection), file.section("answers", AnswerSettings)
        return cls(index, answers, ServeSettings.of(file))


def settings_in_force(articles: Path, index: Path | None) -> InForce:
    """Reads the whole dateline.toml beside the articles, and tells what counts.

    Args:
        articles: Folder of articles, or one file of many.
        index: Folder of the index, where an option names it.

    Raises:
        BadSettings: dateline.toml cannot be used as it is written.
    """
    file = read_settings_file(articles)
    settings = Settings.of(file)
    folder = Library.of(articles, index).index
    return InForce(file.path, file.is_there, tuple(_told(file, settings, folder, by_option=index is not None)))


def _told(file: SettingsFile, settings: Settings, folder: Path, *, by_option: bool) -> Iterator[Setting]:
    sections = {"index": settings.index, "answers": settings.answers, "serve": settings.serve}
    for name, section in sections.items():
        for key in offered(type(section)):
            is_folder = (name, key) == ("index", "folder")
            origin: Origin = "file" if key in file.sections.get(name, {}) else "default"
            value = folder if is_folder else getattr(section, key)
            yield Setting(name, key, value, "option" if is_folder and by_option else origin)
