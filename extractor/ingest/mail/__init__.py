"""Mails (EML, MSG): the message is the text; the files sent with it are taken out as files of their own."""
