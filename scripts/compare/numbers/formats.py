# Writes formatted decimals, fields separated by U+0001: value, specification, rounding, capitals, result. Arguments: SEED COUNT.
import random,sys
from decimal import *
random.seed(int(sys.argv[1]))
R=[ROUND_UP,ROUND_DOWN,ROUND_CEILING,ROUND_FLOOR,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_05UP]
c=getcontext()
vals=['0','-0','0E+5','-0E-5','1','-1.5','123456.789','1E+10','-9.999E-10','NaN','-sNaN12','Infinity','-Infinity','0.000001','0.0000001','999.995','1234567890123456789','-0.004','0E-10','5E+3']
for i in range(int(sys.argv[2])):
    v=random.choice(vals) if random.random()<.5 else '%s%dE%d'%(random.choice(['','-']),random.randint(0,10**random.randint(1,20)),random.randint(-25,15))
    s=random.choice(['','','<','>','^','=','*<','x=','0>','é^','💩>','<<'])+random.choice(['','','+','-',' '])+random.choice(['','','','z'])+random.choice(['','','','','#'])+random.choice(['','','0'])+random.choice(['','','1','10','25','05'])+random.choice(['','','',',','_',',,'])+random.choice(['','','.0','.1','.5','.','.10','.3,'])+random.choice(['','','e','E','f','F','g','G','%','n','d','s'])
    c.rounding=random.choice(R); c.capitals=random.randint(0,1)
    try: r=format(Decimal(v),s)
    except Exception as e: r=type(e).__name__+':'+str(e)
    print('\x01'.join([v,s,str(R.index(c.rounding)),str(c.capitals),r]))
