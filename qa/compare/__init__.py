"""What each outlet says to a question, side by side. It holds no verdict."""
