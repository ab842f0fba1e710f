"""Check the overview pages in a browser."""
