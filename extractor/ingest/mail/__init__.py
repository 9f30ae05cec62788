"""Mails (EML, MSG): the message is the text; the files sent with it are named and not read."""
