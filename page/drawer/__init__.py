"""The drawer: what the index holds, articles to add, and its refresh."""
