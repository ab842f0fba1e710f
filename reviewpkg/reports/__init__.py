"""Say what each document says: frozen values, one module per document; templates lay them out."""
