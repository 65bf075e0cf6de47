"""Printed documents: what they say, composed from a result, and how they become PDF."""
