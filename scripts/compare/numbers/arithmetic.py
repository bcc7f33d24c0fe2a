# Writes int and float arithmetic on random operands: operation|a|b|c|result. Arguments: SEED COUNT.
import random,struct,math,operator,sys
random.seed(int(sys.argv[1])); N=int(sys.argv[2])
h=lambda x: struct.pack('>d',x).hex()
def p(*a): print('|'.join(map(str,a)))
def ri(): 
    b=random.choice([3,10,31,32,33,52,53,54,63,64,65,100,200,1000,3000]); return random.randint(-2**b,2**b)
def rf():
    c=random.random()
    if c<.3: return struct.unpack('<d',random.randbytes(8))[0]
    if c<.6: return random.uniform(-100,100)
    if c<.8: return float(random.randint(-20,20))
    return random.choice([0.0,-0.0,math.inf,-math.inf,math.nan,1e308,5e-324,-1e308,1.0,-1.0,0.5,2.2250738585072014e-308,1e-310])
def ex(f,*a):
    try: 
        r=f(*a)
        if isinstance(r,float): return h(r)
        if isinstance(r,complex): return 'complex'
        if isinstance(r,tuple): return ','.join(h(x) if isinstance(x,float) else str(x) for x in r)
        return str(r)
    except Exception as e: return type(e).__name__+':'+str(e.args[-1])
for _ in range(N//60+1):
    a,b,c=ri(),ri(),ri()
    p('bitLength',a,'','',a.bit_length()); p('bitCount',a,'','',a.bit_count())
    p('gcd',a,b,'',math.gcd(a,b)); p('lcm',a,b,'',math.lcm(a,b)); g=ri(); p('gcd',a*g,b*g,'',math.gcd(a*g,b*g))
    p('isqrt',abs(a),'','',math.isqrt(abs(a)))
    s=a*a; p('isqrt',s,'','',abs(a)); 
    if s: p('isqrt',s-1,'','',math.isqrt(s-1))
    p('hashInt',a,'','',hash(a)); p('hashInt',-abs(a)*(2**61-1)-1,'','',hash(-abs(a)*(2**61-1)-1))
    k=random.randint(0,200); p('shl',a,k,'',a<<k); p('shr',a,k,'',a>>k)
    if b: p('truediv',a,b,'',ex(operator.truediv,a,b)); p('fdiv',a,b,'',a//b); p('mod',a,b,'',a%b)
    p('tofloat',a,'','',ex(float,a))
    if c: 
        m=c if abs(c)<2**210 else c>>2900; m=m or 7
        p('powmod',a,b if abs(b)<2**201 else k,m,ex(pow,a,b if abs(b)<2**201 else k,m)); p('powmod',k,-abs(k)-1,m,ex(pow,k,-abs(k)-1,m))
    d=random.randint(1,20); p('roundint',a,d,'',round(a,-d)); h5=random.randint(-30,30)*10**d+5*10**(d-1); p('roundint',h5,d,'',round(h5,-d))
    k=random.randint(0,40); p('ipow',a if abs(a)<2**60 else k,k,'',(a if abs(a)<2**60 else k)**k)
for _ in range(N//25+1):
    x,y=rf(),rf(); 
    if random.random()<.2: y=x*random.randint(-5,5)
    H=h(x);
    p('ffloordiv',H,h(y),'',ex(operator.floordiv,x,y)); p('fmod',H,h(y),'',ex(operator.mod,x,y)); p('fpow',H,h(y),'',ex(pow,x,y))
    if x==x: p('hashFloat',H,'','',hash(x))
    p('ratio',H,'','',ex(float.as_integer_ratio,x)); p('f2i',H,'','',ex(int,x))
    d=random.randint(-10,20); p('froundn',H,d,'',ex(round,x,d)); t=round(random.uniform(-1000,1000)*64)/64; p('froundn',h(t),random.randint(0,5),'',0) if 0 else None
    t2=random.randint(-100000,100000)/random.choice([2,4,8,16,20,200]); d2=random.randint(-3,6); p('froundn',h(t2),d2,'',h(round(t2,d2)))
    p('nextafter',H,h(y),k:=random.choice([0,1,2,10**6,10**18,10**30]),h(math.nextafter(x,y,steps=k))); p('ulp',H,'','',h(math.ulp(x)))
    z=rf(); p('fma',H,h(y),h(z),ex(math.fma,x,y,z)); z=-x*y*(1+random.choice([0,2**-52,-2**-52])); p('fma',H,h(y),h(z),ex(math.fma,x,y,z))
    if math.isfinite(x) and math.isfinite(y) and y: p('remainder',H,h(y),'',h(math.remainder(x,y)))
    if y==y: p('frexp',H,'','',ex(math.frexp,x)); e=random.randint(-2300,2300); p('ldexp',H,e,'',ex(math.ldexp,x,e)); p('modf',H,'','',ex(math.modf,x))
for n in list(range(0,300))+[1000,3001,5000]: p('factorial',n,'','',math.factorial(n) if n<1550 else hash(math.factorial(n)))
for _ in range(N//200+1):
    n=random.randint(0,400); k=random.randint(0,n//2); p('comb',n,k,'',math.comb(n,k)); p('perm',n,k,'',math.perm(n,k)); n=random.randint(2**60,2**70); p('comb',n,k,'',math.comb(n,k)); 
for _ in range(N//60+1):
    n=random.randint(1,8); v=[rf() if random.random()<.5 else random.uniform(-1,1)*10**random.randint(-20,20) for _ in range(n)]; w=[rf() if random.random()<.2 else random.uniform(-1,1)*10**random.randint(-20,20) for _ in range(n)]
    p('fsum',','.join(map(h,v)),'','',ex(math.fsum,v)); p('hypot',','.join(map(h,w)),'','',ex(math.hypot,*w)); 

    v=[q if abs(q)<1e100 and abs(q)>1e-100 else 1.5 for q in v]; w=[q if abs(q)<1e100 and abs(q)>1e-100 else 1.7 for q in w]; p('sumprod',','.join(map(h,v)),','.join(map(h,w)),'',ex(math.sumprod,v,w))
