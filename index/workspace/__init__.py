"""What users write: it belongs to the collection, not to a process or a browser, and no refresh touches it."""

from index.workspace.folder import FolderWorkspace
from index.workspace.workspace import Workspace

__all__ = ["FolderWorkspace", "Workspace"]
