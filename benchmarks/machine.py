"""Names the machine that a figure was measured on; a figure without its machine means nothing."""

import os
import platform
import re
from pathlib import Path


def describe_machine() -> str:
    """Returns processor, cores, memory, system and load of this machine in one line."""
    return (
        f"{_processor()}, {_cores()} cores, {_memory_bytes() / 2**30:.0f} GiB memory, {platform.system()}, "
        f"Python {platform.python_version()}, load average {os.getloadavg()[0]:.1f} at the end"
    )


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.is_file():
        name = re.search(r"^model name\s*:\s*(.+)$", information.read_text(), re.MULTILINE)
        if name:
            return name.group(1).strip()
    return platform.processor() or platform.machine()


def _cores() -> int:
    """Returns the cores that this process may use, which can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _memory_bytes() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
