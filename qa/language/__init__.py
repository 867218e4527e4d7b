"""What words mean: days and periods, quantities and units, and how much each term tells."""
