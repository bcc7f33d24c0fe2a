# needs: sympy==1.14.0 mpmath==1.4.1
"""sympy: expand, factor, simplify, differentiate, integrate, solve, matrices, series, printing."""

from sympy import (Eq, Function, Integer, Matrix, Rational, Symbol, apart, cos, diff, dsolve, exp, expand, factor, factorint,
                   integrate, latex, limit, log, nsimplify, oo, pi, pretty, series, simplify, sin, solve, sqrt, symbols)

x, y = symbols('x y')
print(expand((x + y + 1) ** 3), factor(x**4 - 1), simplify(sin(x)**2 + cos(x)**2), apart(1 / (x**2 - 1)))
print(diff(sin(x) * exp(x**2), x), diff(x**x, x), integrate(x * exp(x), x), integrate(1 / (1 + x**2), (x, -oo, oo)), integrate(log(x), x))
print(solve(x**2 - 5 * x + 6, x), solve([Eq(x + y, 3), Eq(x - y, 1)], [x, y]), solve(x**3 - 2, x))
print(limit(sin(x) / x, x, 0), series(cos(x), x, 0, 8), Rational(3, 4) + Rational(1, 6), sqrt(8), pi.evalf(30), Integer(2)**100)
print(Matrix([[1, 2], [3, 4]]).inv(), Matrix([[1, 2], [3, 4]]).det(), Matrix([[2, 0], [0, 3]]).eigenvals())
print(factorint(2**32 + 1), nsimplify(0.333333333333, rational=True), latex(integrate(x**2, x)))
print(pretty(x**2 / (y + 1), use_unicode=True))
f = Function('f')
print(dsolve(f(x).diff(x) - f(x), f(x)), simplify((x**2 - 1) / (x - 1)), Symbol('n', integer=True, positive=True).is_nonnegative)
