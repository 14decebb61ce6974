"""What articles, sections and chunks do these files hold?"""
