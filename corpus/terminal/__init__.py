"""What every command has in common: options, printing, progress, and commands named in messages."""
