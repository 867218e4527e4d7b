"""Texts to vectors: the encoder, where its model comes from, and how that is converted."""

import sys

# OpenVINO reports every import and conversion to a statistics service on the internet unless its reporter cannot
# be imported. Nothing may leave the machine, so it must not be found by the modules in here, which import OpenVINO.
sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]  # None is how Python marks a blocked module

from index.encode.encoder import Encoder, Vector  # noqa: E402  # only now
from index.encode.load import load_encoder  # noqa: E402  # only now

__all__ = ["Encoder", "Vector", "load_encoder"]
