"""Many questions at once, and how well they are answered."""

from qa.evaluate.batch import answer_file
from qa.evaluate.question_file import read_questions
from qa.evaluate.score import evaluate_file

__all__ = ["answer_file", "evaluate_file", "read_questions"]
