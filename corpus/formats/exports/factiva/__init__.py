"""Factiva and the Dow Jones newswire: documents as text, web pages and XML."""
