"""What news agencies send: the formats of the IPTC, and copy as it comes over the wire."""
