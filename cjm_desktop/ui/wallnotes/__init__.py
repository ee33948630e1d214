"""Wall notes: lines typed after a workshop, each naming a card by its printed code."""
