"""Exports of ProQuest: text, pages and mails, Word, RTF and PDF files."""
