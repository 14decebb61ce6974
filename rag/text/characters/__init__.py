"""How likely do these characters stand in a row?

``model`` holds the counts of general Chinese that come with the project and reads them; ``training`` makes them.
"""
