"""Do the rules find what their examples say, and nothing else, in time?"""
