"""Scripts that measure the speed of Dateline; benchmarks/README.md says how to run them and what each figure means."""
