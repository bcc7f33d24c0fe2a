try:
    raise ValueError('with\ntwo lines')
except ValueError as error:
    error.add_note('a note')
    error.add_note('another\nof two lines')
    raise
