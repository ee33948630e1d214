"""The map as an outline: stages, steps and cards one folds and moves."""
