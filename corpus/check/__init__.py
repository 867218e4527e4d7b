"""What is known and doubtful about each article of a corpus, before anything is indexed."""
