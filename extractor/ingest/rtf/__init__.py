"""RTF: a text of control words, groups and bytes, read into the same paragraphs and grids as DOCX."""
