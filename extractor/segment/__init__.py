"""A source becomes documents: their outline, their parts and the elements of GB/T 9704."""
