"""The interface for programs: as JSON, and as tools for assistants."""
