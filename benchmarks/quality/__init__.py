"""How good the answers are, beside plain BM25, the model alone and txtai: ``python -m benchmarks.quality``."""
