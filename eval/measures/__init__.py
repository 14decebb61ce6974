"""One family of measures a file; pure functions of one question and its reply."""
