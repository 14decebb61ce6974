"""How fast is it, and what is it worth on public questions? Programs that measure; run with ``python -m``."""
