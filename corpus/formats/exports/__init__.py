"""Exports of news databases, one module for each vendor: a file of many documents."""
