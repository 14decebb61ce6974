"""What is the article on a web page?"""
