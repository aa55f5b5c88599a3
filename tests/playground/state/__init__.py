"""Tests of what happens: the document, the session and its worker."""
