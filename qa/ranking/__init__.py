"""What passages are ranked by, and what each of it is worth: the numbers that were learnt."""
