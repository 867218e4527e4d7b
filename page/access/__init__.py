"""Who may talk to the server, how often, and with which token."""

from page.access.security import ARTICLE_POLICY, middleware

__all__ = ["ARTICLE_POLICY", "middleware"]
