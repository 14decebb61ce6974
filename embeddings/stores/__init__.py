"""One way to search vectors a file, behind one protocol."""
