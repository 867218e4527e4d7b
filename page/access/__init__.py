"""Who may talk to the server, how often, and with which token."""
