"""How do answers and comparisons look in a terminal?"""
