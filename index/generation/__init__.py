"""Generations: what an index holds at one time, how that lies on the disk, and how it is published."""

from index.generation.holdings import Holdings
from index.generation.manifest import Manifest
from index.generation.publish import current_generation
from index.generation.snapshot import IndexSnapshot

__all__ = ["Holdings", "IndexSnapshot", "Manifest", "current_generation"]
