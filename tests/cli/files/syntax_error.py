def broken(x):
    if x = 1:
        return 2
