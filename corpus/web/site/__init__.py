"""Whose a page is: the name of its outlet, out of what the page calls itself and what its address bears out."""
