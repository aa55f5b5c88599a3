"""What is taught, section by section."""
