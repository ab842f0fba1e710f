"""Make the calls that an expert panel decides, one folder for each year."""
