"""HTML, whatever it shows: text escaped and marked, addresses, styles and scripts."""
