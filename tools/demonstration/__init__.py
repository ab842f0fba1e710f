"""Make the demonstration calls: invented calls for health research, with their spreadsheets."""
