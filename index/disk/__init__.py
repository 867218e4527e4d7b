"""What lies on the disk, and what of it is surely Dateline's."""
