"""Records: JSON and tables, one article an object or a row."""
