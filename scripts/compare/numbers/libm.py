# Writes real functions of random arguments, as hexadecimal doubles: function|kind|x|y|result. Arguments: SEED COUNT.
import math,random,struct,sys
random.seed(int(sys.argv[1]))
def rnd(kind):
    if kind=='bits': return struct.unpack('<d',random.randbytes(8))[0]
    if kind=='u1': return random.uniform(-1,1)
    if kind=='u10': return random.uniform(-10,10)
    if kind=='p': return random.uniform(0,10)
    if kind=='u700': return random.uniform(-700,700)
    if kind=='g1': return 1+abs(random.uniform(0,50))
N=int(sys.argv[2])//60+1
plan={'sin':['u10','u700','bits'],'cos':['u10','u700','bits'],'tan':['u10','u700','bits'],'asin':['u1'],'acos':['u1'],'atan':['u10','u1'],'sinh':['u10','u1'],'cosh':['u10'],'tanh':['u10','u1'],
'asinh':['u10','u1'],'acosh':['g1'],'atanh':['u1'],'exp':['u1','u10','u700'],'expm1':['u1','u10'],'log':['p','bits'],'log2':['p','bits'],'log10':['p','bits'],'log1p':['p'],'cbrt':['u10','bits'],'exp2':['u10','u1'],'erf':['u1','u10'],'erfc':['u1','u10'],'gamma':['u10','p'],'lgamma':['u10','p'],'sqrt':['p']}
h=lambda x: struct.pack('>d',x).hex()
for f,ks in plan.items():
    for k in ks:
        n=0
        while n<N:
            x=rnd(k)
            try: y=getattr(math,f)(x)
            except (ValueError,OverflowError): 
                n+=1; continue
            if x!=x: continue
            n+=1
            print(f,k,h(x),'-',h(y),sep='|')
for k,fn in {'pp':lambda:(random.uniform(0,10),random.uniform(-10,10)),'ps':lambda:(random.uniform(0,100),random.choice([-1.5,1.5,0.5,2,3,-2,1/3])),'pi':lambda:(random.uniform(-10,10),float(random.randint(-30,30)))}.items():
    for _ in range(N):
        a,b=fn(); print('pow',k,h(a),h(b),h(math.pow(a,b)),sep='|')
for _ in range(N):
    a,b=random.uniform(-10,10),random.uniform(-10,10)
    print('atan2','u',h(a),h(b),h(math.atan2(a,b)),sep='|')
    print('hypot','u',h(a),h(b),h(math.hypot(a,b)),sep='|')
