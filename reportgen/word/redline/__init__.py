"""One Word file as tracked changes of another: accept all of them and it is the second, reject them and it is the first."""
