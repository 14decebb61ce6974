"""How is the bundled reader made? Run ``python -m eval.fitting.reader --data FOLDER``."""
