"""The engines there are, by the names that settings and manifests call them by."""

from collections.abc import Callable

from index.embedded import EmbeddedEngine
from index.errors import StoreUnusable
from index.generation.engine import Engine


def _lance() -> Engine:
    try:
        from index.lance import LanceEngine
    except ImportError as error:
        raise StoreUnusable(
            "The store “lance” needs more packages: run `pip install 'dateline[lance]'`, or use the store “faiss”."
        ) from error
    return LanceEngine()


ENGINES: dict[str, Callable[[], Engine]] = {EmbeddedEngine.name: EmbeddedEngine, "lance": _lance}
DEFAULT_ENGINE = EmbeddedEngine.name
