"""The questions a screen asks: each returns a frozen value, touches nothing and holds no desk."""
