"""How is a file read that may harm whoever reads it? In a process of its own."""
