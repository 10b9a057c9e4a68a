"""What screens are made of: lines drawn as they are, without markup."""
