"""What a question says beside its words: operators, outlets, days, filters, what it leans on."""
