"""A process that writes into a workspace, for tests that run several or kill it."""

import itertools
import resource
import subprocess
import sys
from functools import partial
from pathlib import Path

from index.errors import WorkspaceUnusable
from index.workspace import Workspace
from index.workspace.workspace import Edit
from tests.index.workspace.kinds import KINDS

ROOT = Path(__file__).resolve().parents[3]
NAME = "lines.txt"
WRITES = 200
LENGTH = 500_000  # characters of a version: its write takes a while, so that kills fall into it


def version(number: int) -> str:
    """Returns a content that tells whether it is whole."""
    return f"{number}\n" + str(number % 10) * LENGTH + f"\n{number}\n"


def constant(text: str) -> Edit:
    return lambda _: text


def with_line(text: str | None, line: str) -> str:
    return (text or "") + line


def start(task: str, kind: str, place: Path, argument: str) -> "subprocess.Popen[str]":
    """Starts such a process.

    Args:
        task: Name of the function below that it runs.
        kind: The kind of workspace.
        place: Folder of the workspace.
        argument: What the function needs to know.
    """
    command = [sys.executable, "-m", "tests.index.workspace.writer", task, kind, str(place), argument]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def add(workspace: Workspace, who: str) -> None:
    """Adds numbered lines, one at a time."""
    for number in range(WRITES):
        workspace.change(NAME, partial(with_line, line=f"{who} {number}\n"))


def replace(workspace: Workspace, first: str) -> None:
    """Puts one version in the place of the other until it is killed."""
    for number in itertools.count(int(first)):
        workspace.change(NAME, constant(version(number)))
        if number == int(first):
            print("Writing", flush=True)  # noqa: T201  # whoever started it waits for this line


def fill(workspace: Workspace, most: str) -> None:
    """Writes a version where no file may have more than so many bytes, and says what comes of it."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), int(most)))
    try:
        workspace.change(NAME, constant(version(2)))
    except WorkspaceUnusable as error:
        print(error)  # noqa: T201  # what the test compares


if __name__ == "__main__":
    task, kind, place, argument = sys.argv[1:]
    {"add": add, "replace": replace, "fill": fill}[task](KINDS[kind](Path(place)), argument)
