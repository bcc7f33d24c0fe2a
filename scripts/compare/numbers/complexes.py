# Writes complex arithmetic and cmath on random operands: operation|z|w|result. Arguments: SEED COUNT.
import random,struct,math,operator,cmath,sys
random.seed(int(sys.argv[1]))
h=lambda x: struct.pack('>d',x).hex()
def p(*a): print('|'.join(map(str,a)))
def rf():
    c=random.random()
    if c<.25: return struct.unpack('<d',random.randbytes(8))[0]
    if c<.6: return random.uniform(-10,10)
    if c<.8: return float(random.randint(-3,3))
    return random.choice([0.0,-0.0,math.inf,-math.inf,math.nan,1e308,5e-324,-1e308,1.0,-1.0,0.5,2.2250738585072014e-308,1e-310,709.0,-710,1e160])
def ex(f,*a):
    try:
        r=f(*a)
        if isinstance(r,complex): return h(r.real)+','+h(r.imag)
        if isinstance(r,float): return h(r)
        if isinstance(r,tuple): return h(r[0])+','+h(r[1])
        return str(r)
    except Exception as e: return type(e).__name__+':'+str(e.args[-1])
fns='acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh'.split()
for _ in range(int(sys.argv[2])//28+1):
    z=complex(rf(),rf()); w=complex(rf(),rf()); r=rf()
    Z=h(z.real)+','+h(z.imag); W=h(w.real)+','+h(w.imag)
    for f in fns: p(f,Z,'',ex(getattr(cmath,f),z))
    p('mul',Z,W,ex(operator.mul,z,w)); p('div',Z,W,ex(operator.truediv,z,w)); p('pow',Z,W,ex(pow,z,w)); k=random.randint(-20,20); p('pow',Z,h(k)+','+h(0),ex(pow,z,complex(k)))
    p('divr',Z,h(r),ex(operator.truediv,z,r)); p('rdiv',Z,h(r),ex(operator.truediv,r,z)); p('abs',Z,'',ex(abs,z)); p('logb',Z,W,ex(cmath.log,z,w)); p('rect',h(r),h(z.real),ex(cmath.rect,r,z.real)); p('repr',Z,'',repr(z)); s=repr(z); p('parse',s,'',ex(complex,s))
for s in ['1','1j','j','+j','-J','( 1 + 2j )','(1+2j)',' 1+2j ','1+j','1_0.5e1_0-infj','nan+nanj','infinityj','1e5','1 + 2j','1+2','','()','1__0','.5j','.','5.','5.e3j','1+2jj','-nanj','(1','1)','inf-1','1e','_1','1_','+','e5','0x1','+-1','1+-2j']: p('parse',s,'',ex(complex,s))
