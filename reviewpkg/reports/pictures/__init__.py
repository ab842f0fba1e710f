"""What the documents' pictures show, in the units of the procedure: grades, places, kroner."""
