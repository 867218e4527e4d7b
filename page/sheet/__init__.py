"""The fact sheet: sentences that were pinned, in an order, with notes, and the forms in which it is handed on."""
