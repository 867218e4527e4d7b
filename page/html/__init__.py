"""HTML, whatever it shows: templates, text cut where it is marked, addresses, styles and scripts."""
