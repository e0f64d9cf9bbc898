"""One Word file as tracked changes of another: accept all and it is the second, reject all and it is the first."""
