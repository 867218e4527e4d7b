"""Who published an article, where and when: read from whatever gives it, and put together."""

from corpus.metadata.merge import Metadata
from corpus.metadata.sidecar import Sidecar, load_sidecar

__all__ = ["Metadata", "Sidecar", "load_sidecar"]
