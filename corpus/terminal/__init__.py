"""What every command has in common: options, printing, progress, and commands named in messages."""

from corpus.terminal.hints import with_options
from corpus.terminal.options import add_articles_option
from corpus.terminal.printing import print_json, print_lines

__all__ = ["add_articles_option", "print_json", "print_lines", "with_options"]
