"""Dates as they are printed: found in lines, in the language and the order of whoever prints them."""
