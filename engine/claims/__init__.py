"""Every section of the notes claims something: here each claim is run, and says what was measured."""
