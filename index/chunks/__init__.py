"""An article in pieces that fit the encoder's window."""
