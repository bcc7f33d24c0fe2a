# Writes binary codecs on random bytes as JSON: [operation, arguments..., result]. Arguments: SEED COUNT.
import random,struct,math,binascii,json,zlib,sys
random.seed(int(sys.argv[1])); N=int(sys.argv[2])
def p(*a): print(json.dumps(a))
def ex(f,*a,**k):
    try:
        r=f(*a,**k); return r.hex() if isinstance(r,bytes) else r
    except Exception as e: return type(e).__name__+':'+str(e)
def rb(n,al=None): return bytes(random.choice(al) for _ in range(n)) if al else random.randbytes(n)
b64al=b'ABCDxyz0189+/=\n !-_'
qal=b'abcDEF =_\t\n\r..019\x80\x00~'
uual=bytes(range(30,100))+b'\n\n\n   '
for _ in range(N//30+1):
    n=random.randint(0,60)
    d=rb(n); p('b2a_base64',d.hex(),ex(binascii.b2a_base64,d)); 
    t=rb(n,b64al) if random.random()<.6 else binascii.b2a_base64(d)[:random.randint(0,100)]
    for st in (False,True): p('a2b_base64',t.hex(),st,ex(binascii.a2b_base64,t,strict_mode=st))
    p('b2a_uu',d.hex(),ex(binascii.b2a_uu,d)); p('b2a_uub',d.hex(),ex(binascii.b2a_uu,d,backtick=True)); t=rb(n,uual) if random.random()<.5 else ((lambda q:q[:random.randint(0,len(q))])(binascii.b2a_uu(d[:45]))); p('a2b_uu',t.hex(),ex(binascii.a2b_uu,t))
    q=rb(random.randint(0,200),qal); 
    for a in (0,1):
        for b in (0,1):
            for c in (0,1): p('b2a_qp',q.hex(),a,b,c,ex(binascii.b2a_qp,q,bool(a),bool(b),bool(c)))
    t=rb(n,b'=ABab019\n\r_ x') ; p('a2b_qp',t.hex(),0,ex(binascii.a2b_qp,t)); p('a2b_qp',t.hex(),1,ex(binascii.a2b_qp,t,header=True))
    k=random.randint(-5,5); p('hex',d.hex(),k,ex(binascii.hexlify,d,'-',k) if k else ex(binascii.hexlify,d)); t=rb(n,b'0123456789abcdefABCDEFg') if random.random()<.3 else d.hex().upper().encode(); p('unhex',t.hex(),ex(binascii.unhexlify,t))
    c=random.getrandbits(16); p('hqx',d.hex(),c,binascii.crc_hqx(d,c)); c=random.getrandbits(32); p('crc32',d.hex(),c,binascii.crc32(d,c)); p('adler32',d.hex(),c,zlib.adler32(d,c))
for _ in range(N//10+1):
    x=struct.unpack('<d',random.randbytes(8))[0] if random.random()<.2 else random.choice([random.uniform(-70000,70000),random.uniform(-1e-4,1e-4),random.uniform(-1e-7,1e-7),2.0**random.randint(-26,16)*(1+random.choice([0,2**-11,3*2**-11,2**-10]))])
    if x==x: p('half',x if math.isfinite(x) else str(x),ex(struct.pack,'<e',x))
for i in range(0,65536,max(1,655360//N)):
    v=struct.unpack('<e',struct.pack('<H',i))[0]
    p('unhalf',i,struct.pack('>d',v).hex() if v==v else 'nan')
