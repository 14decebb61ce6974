"""Which headings does an article have, at which level, and what stands under each?"""
