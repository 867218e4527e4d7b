"""Who published an article, where and when: read from whatever gives it, and put together."""
