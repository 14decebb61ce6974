"""What is on disk, and how does it change without ever being half there?"""
