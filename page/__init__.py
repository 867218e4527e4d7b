"""The chat page and its server: Gradio, kept offline and to itself.

Gradio reads these switches while it is imported, so they are set here, before any module of the package can import it.
"""

import os

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # otherwise the start asks two hosts for versions and telemetry
os.environ["HF_HUB_OFFLINE"] = "1"  # nothing of the page comes from the hub
os.environ.pop("GRADIO_VIBE_MODE", None)  # would let the page rewrite the program
