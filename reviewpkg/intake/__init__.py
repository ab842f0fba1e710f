"""Read the spreadsheets of a call folder, and say in Norwegian what is wrong with them."""
