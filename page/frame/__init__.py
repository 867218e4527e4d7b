"""The frame of the page: Gradio's layout, its theme, and what an empty chat shows."""
