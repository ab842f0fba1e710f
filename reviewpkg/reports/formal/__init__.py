"""Say what the formal screening came to, for both routines: a module per document."""
