# Writes zlib streams fed in pieces, and BLAKE2 with all parameters, as JSON. Arguments: SEED COUNT.
import zlib,random,json,hashlib,sys
random.seed(int(sys.argv[1])); N=int(sys.argv[2])
def p(*a): print(json.dumps(a))
words=[random.randbytes(random.randint(1,12)) for _ in range(50)]
def data(n): 
    c=random.random()
    if c<.2: return random.randbytes(n)
    b=b''
    while len(b)<n: b+=random.choice(words)
    return b[:n]
def ex(f,*a,**k):
    try: r=f(*a,**k); return r.hex() if isinstance(r,bytes) else r
    except Exception as e: return type(e).__name__+':'+str(e)
for _ in range(N//10+1):
    d=data(random.choice([0,1,10,100,1000,20000,70000] if N>=200 else [0,1,10,100,600])); lv=random.randint(-1,9); wb=random.choice([15,15,9,12,-15,-9,31,25]); ml=random.randint(1,9); st=random.randint(0,4)
    zd=data(random.choice([5,500])) if random.random()<.3 and wb<16 else None
    # compress in pieces w/ flushes
    co=zlib.compressobj(lv,8,wb,ml,st,zd) if zd else zlib.compressobj(lv,8,wb,ml,st)
    ops=[];res=[]
    i=0
    while i<len(d):
        n=random.choice([1,10,300,5000,50000]); ops.append(['c',d[i:i+n].hex()]); res.append(co.compress(d[i:i+n]).hex()); i+=n
        if random.random()<.2: m=random.choice([1,2,3]); ops.append(['f',m]); res.append(co.flush(m).hex())
        if random.random()<.1: ops.append(['copy',0]); co=co.copy(); res.append('')
    ops.append(['f',4]); res.append(co.flush().hex())
    p('comp',lv,wb,ml,st,zd.hex() if zd else None,ops,res)
    z=bytes.fromhex(''.join(res))+random.choice([b'',b'tail',data(30)])
    if random.random()<.2: z=z[:random.randint(0,len(z))]
    elif random.random()<.2: z=bytearray(z); z[random.randrange(len(z))]^=random.randint(1,255); z=bytes(z)
    wd=wb if wb<0 or random.random()<.5 else 47
    for kind in ('D','B'):
        try: do=(zlib.decompressobj if kind=='D' else zlib._ZlibDecompressor)(wd,zd) if zd else (zlib.decompressobj if kind=='D' else zlib._ZlibDecompressor)(wd)
        except Exception as e: p('dec',kind,wd,zd.hex() if zd else None,[],[ex(lambda: (_ for _ in ()).throw(e))]); continue
        ops=[];res=[];i=0;tail=b''
        for _ in range(60):
            n=random.choice([1,10,300,5000,50000]); ch=z[i:i+n]; i+=n; ml2=random.choice([0,0,1,10,1000]) if kind=='D' else random.choice([-1,-1,0,1,10,1000])
            if kind=='D':
                ch=do.unconsumed_tail+ch; r=ex(do.decompress,ch,ml2); ops.append(['d',ch.hex(),ml2]); res.append([r,do.eof,do.unused_data.hex(),do.unconsumed_tail.hex()])
                if random.random()<.1: do=do.copy(); ops.append(['copy']); res.append('')
            else:
                r=ex(do.decompress,ch,ml2); ops.append(['d',ch.hex(),ml2]); res.append([r,do.eof,do.unused_data.hex() if do.eof else '',do.needs_input])
            if str(r).find(':')>=0 or do.eof and kind=='B' or (do.eof and i>=len(z)): break
        if kind=='D' and random.random()<.5: r=ex(do.flush); ops.append(['fl']); res.append([r,do.eof,do.unused_data.hex(),do.unconsumed_tail.hex()])
        p('dec',kind,wd,zd.hex() if zd else None,ops,res)
    p('all',z.hex(),wd,ex(zlib.decompress,z,wd))
for _ in range(N//4+1):
    w=random.random()<.5; mx=64 if w else 32
    kw=dict(digest_size=random.randint(1,mx),key=random.randbytes(random.choice([0,0,5,mx])),salt=random.randbytes(random.choice([0,3,mx//4])),person=random.randbytes(random.choice([0,mx//4])),fanout=random.choice([1,0,255]),depth=random.choice([1,255]),leaf_size=random.choice([0,2**32-1]),node_offset=random.choice([0,1,2**40,2**48-1]),node_depth=random.choice([0,3]),inner_size=random.choice([0,mx]),last_node=random.random()<.3)
    d=data(random.choice([0,1,63,64,65,127,128,129,500,5000]))
    r=(hashlib.blake2b if w else hashlib.blake2s)(d,**kw).hexdigest()
    p('blake',w,{k:(v.hex() if isinstance(v,bytes) else v) for k,v in kw.items()},d.hex(),r)
