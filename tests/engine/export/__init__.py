"""Tests of exported models and histories."""
