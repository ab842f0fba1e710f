"""Read the spreadsheets of a call folder, and say what is wrong with them."""
