def report(rows):
    for row in rows:
        if not row:
            continue
        try:
            total = sum(row)
        except TypeError:
            return 'bad'
        yield total
