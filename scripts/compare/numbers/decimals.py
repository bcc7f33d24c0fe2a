# Writes decimal operations in random contexts: operation|prec|emin|emax|rounding|clamp|a|b|c|result|flags. Arguments: SEED COUNT.
import random,sys
from decimal import *
import decimal
random.seed(int(sys.argv[1])); N=int(sys.argv[2])
R=[ROUND_UP,ROUND_DOWN,ROUND_CEILING,ROUND_FLOOR,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_05UP]
sig=[(Clamped,1),(DivisionByZero,4),(Inexact,0x40),(InvalidOperation,0x100),(Overflow,0x800),(Rounded,0x1000),(Subnormal,0x2000),(Underflow,0x4000)]
def rd():
    c=random.random()
    if c<.04: return random.choice(['NaN','sNaN','-NaN','NaN123','sNaN45678901234567890','Inf','-Inf','NaN12345678901234567890123'])
    if c<.12: return random.choice(['0','-0','1','-1','0E+10','-0E-10','0.000','1.000','10','0.1','-1.00','2','0.5','100','1E+5','9','99','9.99','-9999999999','1E-5'])
    nd=random.choice([1,1,2,3,4,6,9,12,15,16,17,20,28,30,40,60])
    s=random.choice('0123456789')+''.join(random.choice(random.choice(['0123456789','09','05','01'])) for _ in range(nd-1)) if random.random()<.5 else random.choice(['1','9','5','4'])+random.choice('0959')*(nd-1)
    e=random.choice([0,0,0,random.randint(-5,5),random.randint(-20,20),random.randint(-100,100),random.randint(-500,500)])
    return random.choice(['','-',''])+s+'E%d'%e
def near(a):
    try:
        d=Decimal(a)
        if not d.is_finite(): return rd()
        t=d.as_tuple()
        return str(DecimalTuple(t.sign^(random.random()<.3),t.digits,t.exponent+random.randint(-3,3)) and Decimal(DecimalTuple(t.sign^(random.random()<.3),tuple(random.choice([x,x,x,random.randint(0,9)]) for x in t.digits),t.exponent+random.randint(-3,3))))
    except Exception: return rd()
two=['add','subtract','multiply','divide','divide_int','remainder','remainder_near','quantize','compare','compare_signal','compare_total','compare_total_mag','max','min','max_mag','min_mag','next_toward','scaleb','shift','rotate','same_quantum','logical_and','logical_or','logical_xor','divmod']
one=['plus','minus','abs','next_plus','next_minus','logb','normalize','sqrt','to_integral_exact','to_integral_value','number_class','is_normal','is_subnormal','logical_invert','to_sci_string','to_eng_string','create_decimal','exp','ln','log10','hash','int','float','ratio']
C=DecimalException
for i in range(N):
    prec=random.choice([1,2,3,5,7,9,16,28,28,28,34]); emax=random.choice([9,50,99,384,999,999999,6144]); emin=-random.choice([emax,emax-1,10,99]); 
    ctx=Context(prec=prec,rounding=random.choice(R),Emin=emin,Emax=emax,clamp=random.choice([0,0,0,1]),capitals=1,traps=[],flags=[])
    a=rd(); b=near(a) if random.random()<.3 else rd(); c=''
    A=Decimal(a);B=Decimal(b)
    u=random.random()
    if u<.6: op=random.choice(two)
    elif u<.9: op=random.choice(one); b=''
    elif u<.95: op='fma'; c=rd()
    else: op='power'; b=random.choice([b,str(random.randint(-40,40)),str(random.randint(-5,5)),'0.5','-1.5','1.00','3.0'])
    if op in('exp','ln','log10') or op=='power':
        if A.is_finite() and A.adjusted()>6 and op=='exp': a=str(A.scaleb(-A.adjusted()+random.randint(-10,2))); A=Decimal(a)
    if op in ('scaleb','shift','rotate') and random.random()<.8: b=str(random.randint(-prec-1,prec+1))
    if op.startswith('logical') and random.random()<.85: a=''.join(random.choice('01') for _ in range(random.randint(1,prec+3))); b=''.join(random.choice('01') for _ in range(random.randint(1,prec+3))) if b else b
    A=Decimal(a);B=Decimal(b) if b else None
    try:
        if op in two: r=getattr(ctx,op)(A,B)
        elif op=='fma': r=ctx.fma(A,B,Decimal(c))
        elif op=='power': r=ctx.power(A,B)
        elif op=='create_decimal': r=ctx.create_decimal(a)
        elif op=='hash':
            if A.is_nan(): continue
            r=hash(A)
        elif op=='int':
            if not A.is_finite(): continue
            r=int(A)
        elif op=='float':
            if A.is_snan() : continue
            r=float(A)
            if r!=r: continue
            r=Decimal(r)
        elif op=='ratio':
            if not A.is_finite(): continue
            r=A.as_integer_ratio()
        else: r=getattr(ctx,op)(A)
    except C as e: r='EXC'
    f=sum(v for s,v in sig if ctx.flags[s])
    if isinstance(r,tuple): r=','.join(map(str,r))
    print('|'.join(map(str,[op,prec,emin,emax,R.index(ctx.rounding),ctx.clamp,a,b,c,r,f])))
