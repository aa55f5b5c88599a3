"""What the program does around one document and one window: its files, its look, its memory of the last session."""
