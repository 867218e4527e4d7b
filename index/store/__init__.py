"""What an index holds on the disk: generations, each with its manifest and its catalogue of articles."""
