"""Completion scripts of shells."""
