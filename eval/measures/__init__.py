"""What is good about one reply? One family of measures a file, each a pure function of question and reply.

A family returns only the measures that apply to the question: a measure that does not apply is absent.
"""
