"""What a text carries beside the article: lines above it, marks of Markdown, boilerplate, page breaks."""
