"""The map's file: working copy, history, publishing and the guarded way in. apsw only here."""
