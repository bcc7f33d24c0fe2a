# pyexpat's protection against documents whose entities multiply.
from xml.parsers import expat

LAUGHS = "<!DOCTYPE a [<!ENTITY a0 'ha'>%s]><a>&a9;</a>" % "".join(
    f"<!ENTITY a{i} '{'&a%d;' % (i - 1) * 10}'>" for i in range(1, 10)
)


def raises(kind, run):
    try:
        run()
    except kind as error:
        return str(error)
    raise AssertionError(f"{kind.__name__} was not raised")


assert "limit on input amplification factor" in raises(expat.error, lambda: expat.ParserCreate().Parse(LAUGHS, True))
small = "<!DOCTYPE a [<!ENTITY e '%s'>]><a>%s</a>" % ("x" * 100, "&e;" * 200)
assert expat.ParserCreate().Parse(small, True) == 1
parser = expat.ParserCreate()
parser.SetBillionLaughsAttackProtectionActivationThreshold(0)
parser.SetBillionLaughsAttackProtectionMaximumAmplification(1.5)
assert "breached" in raises(expat.error, lambda: parser.Parse(small, True))
parser = expat.ParserCreate()
raises(ValueError, lambda: parser.SetBillionLaughsAttackProtectionActivationThreshold(-1))
raises(TypeError, lambda: parser.SetBillionLaughsAttackProtectionActivationThreshold(1.0))
assert "at least 1.0" in raises(expat.error, lambda: parser.SetBillionLaughsAttackProtectionMaximumAmplification(0.5))
child = parser.ExternalEntityParserCreate(None)
assert "root parser" in raises(
    expat.error, lambda: child.SetBillionLaughsAttackProtectionMaximumAmplification(2.0)
)
