"""One encoder a file, behind one protocol."""
