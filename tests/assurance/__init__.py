"""How much the tests of the certifier are worth: each of its checks is removed, and a test must notice."""
