"""What a web page says about its article, and which of its words are the article."""
