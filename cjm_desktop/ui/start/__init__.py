"""The first page: start a map, open one, or go on with a recent one."""
