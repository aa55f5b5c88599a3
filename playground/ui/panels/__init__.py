"""The controls around the picture: panels that show an experiment and ask for edits; they know no document."""
