"""How much of what councils really decided the program finds: its clauses against labels made by hand."""
