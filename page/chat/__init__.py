"""A question of the chat and its answer: asked, shown, kept by the browser, asked again in another way."""
