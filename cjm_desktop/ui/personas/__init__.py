"""The gallery: every persona of the document, by segment, with all that is known of them."""
