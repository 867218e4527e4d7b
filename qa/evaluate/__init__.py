"""Many questions at once, and how well they are answered."""
