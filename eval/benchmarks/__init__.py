"""How fast is it? Programs that time the assistant as a reader meets it; run with ``python -m``."""
