"""Keys of the user's own choice: which command has which, and the dialog that changes them."""
