"""What looks at the web client as a whole: its pictures, its budget, an old browser."""
