"""Finding words over all maps of a document, and replacing them."""
