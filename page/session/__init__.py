"""What every tab shares: the answerer once it is loaded, and the work behind the page."""

from page.session.posted import answer_posted
from page.session.session import Session

__all__ = ["Session", "answer_posted"]
