"""The reader: its form in torch, and how what was trained becomes the file that is shipped."""
