# Decimal contexts: settings, flags, traps and errors, recorded from CPython.
import _decimal
from _decimal import (Context, Decimal, DivisionUndefined, FloatOperation, IEEEContext, Inexact, Overflow, Rounded,
                      getcontext, localcontext, setcontext)


def new():
    return Context(prec=9, Emin=-99, Emax=99)


kept = new()


def assign(name, value):
    context = new()
    setattr(context, name, value)
    return context


def raised():
    context = new()
    context.flags[Inexact] = "yes"
    del context.flags[Inexact]


def flagged():
    context = new()
    context.divide(1, 3)
    context.multiply(Decimal("9e99"), 1)
    seen = [signal.__name__ for signal in context.flags if context.flags[signal]]
    context.clear_flags()
    return seen, context


def trapped():
    context = new()
    context.traps[Inexact] = True
    context.divide(1, 3)


def entered():
    with localcontext(prec=3) as inner:
        inside = Decimal(1) / 3, getcontext() is inner
    return inside, Decimal(1) / 3, getcontext() is inner


def rounded(mode):
    context = Context(prec=2, rounding=mode)
    return [context.create_decimal(text) for text in ("1.25", "1.35", "-1.25", "1.21", "-1.29", "1.05", "2.449")]


def clamped():
    context = IEEEContext(32)
    return context.create_decimal("1e96"), context.create_decimal("1e-101"), context.create_decimal("1e97"), context


def floats_trapped():
    with localcontext() as context:
        context.traps[FloatOperation] = True
        equal = Decimal("1.5") == 1.5
        try:
            Decimal(1.5)
        except FloatOperation as error:
            return equal, error, context.create_decimal_from_float(1.5)


def outcome(run):
    try:
        return repr(run())
    except Exception as error:
        return f'{type(error).__name__}: {error}'


CASES = [
    (lambda: Context(), 'Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])'),
    (lambda: Context(1,2,3), 'TypeError: valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]'),
    (lambda: Context(prec=0), 'ValueError: valid range for prec is [1, MAX_PREC]'),
    (lambda: Context(prec=10**20), 'OverflowError: Python int too large to convert to C ssize_t'),
    (lambda: Context(prec="x"), 'TypeError: an integer is required'),
    (lambda: Context(Emin=1), 'ValueError: valid range for Emin is [MIN_EMIN, 0]'),
    (lambda: Context(Emax=-1), 'ValueError: valid range for Emax is [0, MAX_EMAX]'),
    (lambda: Context(rounding="x"), 'TypeError: valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]'),
    (lambda: Context(rounding=5), 'TypeError: valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]'),
    (lambda: Context(capitals=2), 'ValueError: valid values for capitals are 0 or 1'),
    (lambda: Context(clamp=2), 'ValueError: valid values for clamp are 0 or 1'),
    (lambda: Context(traps=5), 'TypeError: argument must be a signal dict'),
    (lambda: Context(flags=5), 'TypeError: argument must be a signal dict'),
    (lambda: Context(traps=[5]), "KeyError: 'valid values for signals are:\\n  [InvalidOperation, FloatOperation, DivisionByZero,\\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\\n   Clamped]'"),
    (lambda: Context(traps=[Inexact],flags=[Rounded]), 'Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[Rounded], traps=[Inexact])'),
    (lambda: new().prec, '9'),
    (lambda: new().foo, "AttributeError: 'decimal.Context' object has no attribute 'foo'"),
    (lambda: kept.flags, "{<class 'decimal.InvalidOperation'>:False, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:False, <class 'decimal.Overflow'>:False, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}"),
    (lambda: kept.traps, "{<class 'decimal.InvalidOperation'>:True, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:True, <class 'decimal.Overflow'>:True, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}"),
    (lambda: len(kept.flags), '9'),
    (lambda: list(kept.flags), "[<class 'decimal.InvalidOperation'>, <class 'decimal.FloatOperation'>, <class 'decimal.DivisionByZero'>, <class 'decimal.Overflow'>, <class 'decimal.Underflow'>, <class 'decimal.Subnormal'>, <class 'decimal.Inexact'>, <class 'decimal.Rounded'>, <class 'decimal.Clamped'>]"),
    (lambda: kept.flags[5], "KeyError: 'valid values for signals are:\\n  [InvalidOperation, FloatOperation, DivisionByZero,\\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\\n   Clamped]'"),
    (lambda: kept.flags[Inexact], 'False'),
    (lambda: new().copy(), 'Context(prec=9, rounding=ROUND_HALF_EVEN, Emin=-99, Emax=99, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])'),
    (lambda: new().Etiny(), '-107'),
    (lambda: new().Etop(), '91'),
    (lambda: new().radix(), "Decimal('10')"),
    (lambda: new().create_decimal("x"), "InvalidOperation: [<class 'decimal.ConversionSyntax'>]"),
    (lambda: new().create_decimal(), "Decimal('0')"),
    (lambda: new().create_decimal(1.5), "Decimal('1.5')"),
    (lambda: new().create_decimal_from_float("x"), 'TypeError: argument must be int or float'),
    (lambda: new().create_decimal_from_float(1), "Decimal('1')"),
    (lambda: new().add(1,2), "Decimal('3')"),
    (lambda: new().add("1",2), 'TypeError: conversion from str to Decimal is not supported'),
    (lambda: new().add(1.5,2), 'TypeError: conversion from float to Decimal is not supported'),
    (lambda: new().power(2,3), "Decimal('8')"),
    (lambda: new().power(2,3,5), "Decimal('3')"),
    (lambda: new().power(a=2,b=3,modulo=None), "Decimal('8')"),
    (lambda: new().divmod(7,2), "(Decimal('3'), Decimal('1'))"),
    (lambda: new().is_nan("x"), 'TypeError: conversion from str to Decimal is not supported'),
    (lambda: new().to_sci_string(5), "'5'"),
    (lambda: new().to_eng_string("x"), 'TypeError: conversion from str to Decimal is not supported'),
    (lambda: new()._apply(Decimal(1)), "Decimal('1')"),
    (lambda: new().__reduce__(), "(<class 'decimal.Context'>, (9, 'ROUND_HALF_EVEN', -99, 99, 1, 0, [], [<class 'decimal.InvalidOperation'>, <class 'decimal.DivisionByZero'>, <class 'decimal.Overflow'>]))"),
    (lambda: new().compare(1,"x"), 'TypeError: conversion from str to Decimal is not supported'),
    (lambda: new().fma(1,2,"x"), 'TypeError: conversion from str to Decimal is not supported'),
    (lambda: new().logical_invert("x"), 'TypeError: conversion from str to Decimal is not supported'),
    (lambda: new().number_class(1), "'+Normal'"),
    (lambda: new().copy_decimal(1), "Decimal('1')"),
    (lambda: new().copy_sign(1,"x"), 'TypeError: conversion from str to Decimal is not supported'),
    (lambda: new()==new(), 'False'),
    (lambda: new().canonical(1), 'TypeError: argument must be a Decimal'),
    (lambda: new().canonical(Decimal(1)), "Decimal('1')"),
    (lambda: new().remainder_near(10,3), "Decimal('1')"),
    (lambda: assign("prec",0), 'ValueError: valid range for prec is [1, MAX_PREC]'),
    (lambda: assign("prec","x"), 'TypeError: an integer is required'),
    (lambda: assign("prec",1.5), 'TypeError: an integer is required'),
    (lambda: assign("prec",10**19), 'OverflowError: Python int too large to convert to C ssize_t'),
    (lambda: assign("prec",10**18-1), 'Context(prec=999999999999999999, rounding=ROUND_HALF_EVEN, Emin=-99, Emax=99, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])'),
    (lambda: assign("Emin",1), 'ValueError: valid range for Emin is [MIN_EMIN, 0]'),
    (lambda: assign("Emax",-1), 'ValueError: valid range for Emax is [0, MAX_EMAX]'),
    (lambda: assign("Emax",10**20), 'OverflowError: Python int too large to convert to C ssize_t'),
    (lambda: assign("rounding","x"), 'TypeError: valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]'),
    (lambda: assign("rounding",5), 'TypeError: valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]'),
    (lambda: assign("capitals",2), 'ValueError: valid values for capitals are 0 or 1'),
    (lambda: assign("clamp",5), 'ValueError: valid values for clamp are 0 or 1'),
    (lambda: assign("clamp","x"), 'TypeError: an integer is required'),
    (lambda: assign("foo",1), "AttributeError: 'decimal.Context' object has no attribute 'foo'"),
    (lambda: delattr(new(),"prec"), 'AttributeError: context attributes cannot be deleted'),
    (lambda: assign("flags",5), 'TypeError: argument must be a signal dict'),
    (lambda: assign("flags",[Inexact]), 'TypeError: argument must be a signal dict'),
    (lambda: assign("traps",[5]), 'TypeError: argument must be a signal dict'),
    (lambda: assign("traps",kept.flags), 'Context(prec=9, rounding=ROUND_HALF_EVEN, Emin=-99, Emax=99, capitals=1, clamp=0, flags=[], traps=[])'),
    (lambda: raised(), 'ValueError: signal keys cannot be deleted'),
    (lambda: flagged(), "(['Inexact', 'Rounded'], Context(prec=9, rounding=ROUND_HALF_EVEN, Emin=-99, Emax=99, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow]))"),
    (lambda: trapped(), "Inexact: [<class 'decimal.Inexact'>]"),
    (lambda: entered(), "((Decimal('0.333'), True), Decimal('0.3333333333333333333333333333'), False)"),
    (lambda: setcontext(5), 'TypeError: argument must be a context'),
    (lambda: localcontext(5), 'TypeError: optional argument must be a context'),
    (lambda: localcontext(foo=5), "TypeError: this function got an unexpected keyword argument 'foo'"),
    (lambda: localcontext(prec=0), 'ValueError: valid range for prec is [1, MAX_PREC]'),
    (lambda: localcontext(prec="x"), 'TypeError: an integer is required'),
    (lambda: IEEEContext(5), 'ValueError: argument must be a multiple of 32, with a maximum of 512'),
    (lambda: IEEEContext(1024), 'ValueError: argument must be a multiple of 32, with a maximum of 512'),
    (lambda: IEEEContext(32), 'Context(prec=7, rounding=ROUND_HALF_EVEN, Emin=-95, Emax=96, capitals=1, clamp=1, flags=[], traps=[])'),
    (lambda: IEEEContext(64), 'Context(prec=16, rounding=ROUND_HALF_EVEN, Emin=-383, Emax=384, capitals=1, clamp=1, flags=[], traps=[])'),
    (lambda: IEEEContext(128), 'Context(prec=34, rounding=ROUND_HALF_EVEN, Emin=-6143, Emax=6144, capitals=1, clamp=1, flags=[], traps=[])'),
    (lambda: kept.flags==kept.flags, 'True'),
    (lambda: kept.flags==5, 'False'),
    (lambda: kept.flags==dict(kept.flags), 'True'),
    (lambda: kept.flags.copy(), "{<class 'decimal.InvalidOperation'>: False, <class 'decimal.FloatOperation'>: False, <class 'decimal.DivisionByZero'>: False, <class 'decimal.Overflow'>: False, <class 'decimal.Underflow'>: False, <class 'decimal.Subnormal'>: False, <class 'decimal.Inexact'>: False, <class 'decimal.Rounded'>: False, <class 'decimal.Clamped'>: False}"),
    (lambda: kept.flags<kept.flags, "TypeError: '<' not supported between instances of 'SignalDict' and 'SignalDict'"),
    (lambda: Overflow.__mro__, "(<class 'decimal.Overflow'>, <class 'decimal.Inexact'>, <class 'decimal.Rounded'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)"),
    (lambda: DivisionUndefined.__mro__, "(<class 'decimal.DivisionUndefined'>, <class 'decimal.InvalidOperation'>, <class 'decimal.DecimalException'>, <class 'ZeroDivisionError'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)"),
    (lambda: FloatOperation.__mro__, "(<class 'decimal.FloatOperation'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'TypeError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)"),
    (lambda: _decimal.DefaultContext, 'Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])'),
    (lambda: _decimal.BasicContext, 'Context(prec=9, rounding=ROUND_HALF_UP, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[Clamped, InvalidOperation, DivisionByZero, Overflow, Underflow])'),
    (lambda: _decimal.ExtendedContext, 'Context(prec=9, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[])'),
    (lambda: _decimal.MAX_PREC, '999999999999999999'),
    (lambda: _decimal.MIN_ETINY, '-1999999999999999997'),
    (lambda: _decimal.DecimalTuple(1,2,3), 'DecimalTuple(sign=1, digits=2, exponent=3)'),
    (lambda: _decimal.HAVE_THREADS, 'True'),
    (lambda: (Context.__module__,Overflow.__module__), "('decimal', 'decimal')"),
    (lambda: rounded("ROUND_UP"), "[Decimal('1.3'), Decimal('1.4'), Decimal('-1.3'), Decimal('1.3'), Decimal('-1.3'), Decimal('1.1'), Decimal('2.5')]"),
    (lambda: rounded("ROUND_DOWN"), "[Decimal('1.2'), Decimal('1.3'), Decimal('-1.2'), Decimal('1.2'), Decimal('-1.2'), Decimal('1.0'), Decimal('2.4')]"),
    (lambda: rounded("ROUND_CEILING"), "[Decimal('1.3'), Decimal('1.4'), Decimal('-1.2'), Decimal('1.3'), Decimal('-1.2'), Decimal('1.1'), Decimal('2.5')]"),
    (lambda: rounded("ROUND_FLOOR"), "[Decimal('1.2'), Decimal('1.3'), Decimal('-1.3'), Decimal('1.2'), Decimal('-1.3'), Decimal('1.0'), Decimal('2.4')]"),
    (lambda: rounded("ROUND_HALF_UP"), "[Decimal('1.3'), Decimal('1.4'), Decimal('-1.3'), Decimal('1.2'), Decimal('-1.3'), Decimal('1.1'), Decimal('2.4')]"),
    (lambda: rounded("ROUND_HALF_DOWN"), "[Decimal('1.2'), Decimal('1.3'), Decimal('-1.2'), Decimal('1.2'), Decimal('-1.3'), Decimal('1.0'), Decimal('2.4')]"),
    (lambda: rounded("ROUND_HALF_EVEN"), "[Decimal('1.2'), Decimal('1.4'), Decimal('-1.2'), Decimal('1.2'), Decimal('-1.3'), Decimal('1.0'), Decimal('2.4')]"),
    (lambda: rounded("ROUND_05UP"), "[Decimal('1.2'), Decimal('1.3'), Decimal('-1.2'), Decimal('1.2'), Decimal('-1.2'), Decimal('1.1'), Decimal('2.4')]"),
    (lambda: clamped(), "(Decimal('1.000000E+96'), Decimal('1E-101'), Decimal('Infinity'), Context(prec=7, rounding=ROUND_HALF_EVEN, Emin=-95, Emax=96, capitals=1, clamp=1, flags=[Clamped, Inexact, Overflow, Rounded, Subnormal], traps=[]))"),
    (lambda: floats_trapped(), "(True, FloatOperation([<class 'decimal.FloatOperation'>]), Decimal('1.5'))"),
]

for number, (run, expected) in enumerate(CASES):
    got = outcome(run)
    assert got == expected, (number, got, expected)
