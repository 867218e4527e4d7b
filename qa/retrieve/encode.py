"""A question and its parts as vectors."""

import numpy as np

from index.encode import Encoder, Vector
from qa.question import Question
from qa.retrieve.wordings import as_meant

FADING = 0.5  # each question further back pulls half as much


def encode(question: Question, encoder: Encoder) -> dict[str, Vector]:
    """Encodes a question and what it asks of each outlet, pulled towards the questions it leans on.

    Args:
        question: The question.
        encoder: The one the index was made with.

    Returns:
        Text to vector, shape (dimension,), float32, length 1: for the subject of the question and each of its facets.
    """
    texts = list(dict.fromkeys([question.subject, *(facet.text for facet in question.facets)]))
    subject, *parts = (as_meant(text, question.also) for text in texts)
    starts = [subject.index(part) for part in parts]
    spans = [(start, start + len(part)) for start, part in zip(starts, parts, strict=True)]
    carried = [as_meant(text, question.also) for text in question.carried]
    pulls = {text: question.leaning * FADING**back for back, text in enumerate(carried)}
    itself = 1 + pulls.pop(subject, 0.0)
    encoded = encoder.encode_parts([subject, *pulls], [spans, *([] for _ in pulls)])
    own, before = np.concatenate([encoded.texts[:1], encoded.parts[0]]), encoded.texts[1:]
    if len(before):
        own = itself * own + (np.array([*pulls.values()]) @ before).astype(np.float32)
        own /= np.linalg.norm(own, axis=1, keepdims=True)
    return dict(zip(texts, own, strict=True))
