"""Pictures of days: how many articles each outlet has when, and what was reported in which order."""
