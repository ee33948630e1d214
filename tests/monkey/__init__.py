"""Somebody who hits keys and clicks without sense, on the real window."""
