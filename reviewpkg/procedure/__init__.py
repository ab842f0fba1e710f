"""Hold the rules: exact values in, exact values out; no files, no pages, no clock."""
