def protected(source):
    try:
        yield source
    except KeyError as error:
        yield error
    finally:
        source.close()
