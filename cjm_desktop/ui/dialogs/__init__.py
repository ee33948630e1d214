"""Dialogs: settings, keys, what an import came to, about."""
