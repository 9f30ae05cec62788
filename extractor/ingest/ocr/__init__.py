"""Pictures of pages: the optional extra ``ocr`` recognises their characters, which are then read as of a PDF."""
