"""Fits what Dateline has learnt: run by developers, never by users."""
