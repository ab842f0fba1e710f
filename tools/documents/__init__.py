"""Check that the documents of the demonstration conform to PDF/A-3a and PDF/UA-1."""
