"""The interface for programs: as JSON, and as tools for assistants."""

from page.api.http import build_api

__all__ = ["build_api"]
