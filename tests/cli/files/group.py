def fail(error):
    raise error


errors = []
for error in (ValueError('one'), TypeError('two'), ExceptionGroup('nested', [KeyError('k')])):
    try:
        fail(error)
    except Exception as caught:
        errors.append(caught)
raise ExceptionGroup('several', errors)
