"""Copy as it comes over the wire of an agency, however that lays it out."""
