"""What the program says about problems and errors: texts by code and language."""

from extractor.messages.catalogue import Language, Message, say

__all__ = ["Language", "Message", "say"]
