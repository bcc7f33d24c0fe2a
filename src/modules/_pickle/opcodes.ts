// The operations of a pickle. CPython: Modules/_pickle.c (enum opcode), Lib/pickletools.py

const code = (letter: string): number => letter.charCodeAt(0);

export const MARK: number = code('(');
export const STOP: number = code('.');
export const POP: number = code('0');
export const POP_MARK: number = code('1');
export const DUP: number = code('2');
export const FLOAT: number = code('F');
export const INT: number = code('I');
export const BININT: number = code('J');
export const BININT1: number = code('K');
export const LONG: number = code('L');
export const BININT2: number = code('M');
export const NONE: number = code('N');
export const PERSID: number = code('P');
export const BINPERSID: number = code('Q');
export const REDUCE: number = code('R');
export const STRING: number = code('S');
export const BINSTRING: number = code('T');
export const SHORT_BINSTRING: number = code('U');
export const UNICODE: number = code('V');
export const BINUNICODE: number = code('X');
export const APPEND: number = code('a');
export const BUILD: number = code('b');
export const GLOBAL: number = code('c');
export const DICT: number = code('d');
export const EMPTY_DICT: number = code('}');
export const APPENDS: number = code('e');
export const GET: number = code('g');
export const BINGET: number = code('h');
export const INST: number = code('i');
export const LONG_BINGET: number = code('j');
export const LIST: number = code('l');
export const EMPTY_LIST: number = code(']');
export const OBJ: number = code('o');
export const PUT: number = code('p');
export const BINPUT: number = code('q');
export const LONG_BINPUT: number = code('r');
export const SETITEM: number = code('s');
export const TUPLE: number = code('t');
export const EMPTY_TUPLE: number = code(')');
export const SETITEMS: number = code('u');
export const BINFLOAT: number = code('G');

// Protocol 2
export const PROTO = 0x80;
export const NEWOBJ = 0x81;
export const EXT1 = 0x82;
export const EXT2 = 0x83;
export const EXT4 = 0x84;
export const TUPLE1 = 0x85;
export const TUPLE2 = 0x86;
export const TUPLE3 = 0x87;
export const NEWTRUE = 0x88;
export const NEWFALSE = 0x89;
export const LONG1 = 0x8a;
export const LONG4 = 0x8b;

// Protocol 3
export const BINBYTES: number = code('B');
export const SHORT_BINBYTES: number = code('C');

// Protocol 4
export const SHORT_BINUNICODE = 0x8c;
export const BINUNICODE8 = 0x8d;
export const BINBYTES8 = 0x8e;
export const EMPTY_SET = 0x8f;
export const ADDITEMS = 0x90;
export const FROZENSET = 0x91;
export const NEWOBJ_EX = 0x92;
export const STACK_GLOBAL = 0x93;
export const MEMOIZE = 0x94;
export const FRAME = 0x95;

// Protocol 5
export const BYTEARRAY8 = 0x96;
export const NEXT_BUFFER = 0x97;
export const READONLY_BUFFER = 0x98;

export const HIGHEST_PROTOCOL = 5;
export const DEFAULT_PROTOCOL = 5;
/** How many items one APPENDS, SETITEMS or ADDITEMS takes. */
export const BATCH = 1000;
