"""What every tab shares: the answerer once it is loaded, and the work behind the page."""
