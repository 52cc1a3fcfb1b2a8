"""What notebooks show of the values of the library: HTML fragments, each complete in itself. docs/notebooks.md says what they promise."""
