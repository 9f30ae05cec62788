"""Reads Chinese official notices (党政机关公文) and writes their task ledger, every value with its place."""

VERSION = "0.1.0"
