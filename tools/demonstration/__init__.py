"""Make the demonstration call: an invented call for health research, with its spreadsheets."""
