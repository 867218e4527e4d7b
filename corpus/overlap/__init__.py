"""What articles share: lines an outlet repeats, copies of one text, names of one story."""
