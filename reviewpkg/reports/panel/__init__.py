"""Say what the panel routine hands out: a module per document and per step."""
