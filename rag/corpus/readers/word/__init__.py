"""What does Word show that its file does not write out?"""
