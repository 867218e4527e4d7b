"""Exports of LexisNexis and Nexis Uni: text, web page, Word and RTF, in the languages of their interface."""
