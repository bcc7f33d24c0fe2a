def running_total():
    total = 0
    while True:
        total += yield total
