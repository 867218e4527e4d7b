"""What the user says about the articles: corpus.toml and, below it, sources.csv beside them."""

from corpus.metadata.sidecar.digest import said_otherwise
from corpus.metadata.sidecar.sidecar import Sidecar, load_sidecar, toml_path
from corpus.metadata.sidecar.tables import TOML_NAME

__all__ = ["TOML_NAME", "Sidecar", "load_sidecar", "said_otherwise", "toml_path"]
