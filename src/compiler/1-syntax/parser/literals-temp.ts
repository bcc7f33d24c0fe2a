import type { ConstantValue, StrConstant } from '../ast/nodes.ts';
import type { Token } from '../tokenizer/token.ts';
export function parseNumber(text: string): ConstantValue {
  const s = text.replaceAll('_', '');
  const last = s.charCodeAt(s.length - 1) | 32;
  const hex = /^0[xX]/.test(s);
  if (!hex && last === 106) return { type: 'complex', imag: Number(s.slice(0, -1)) };
  if (/^0[xXoObB]/.test(s)) { const b = BigInt(s.toLowerCase()); return { type: 'int', value: b <= 9007199254740991n ? Number(b) : b }; }
  if (/[.eE]/.test(s)) return { type: 'float', value: Number(s) };
  const n = Number(s);
  return { type: 'int', value: Number.isSafeInteger(n) ? n : BigInt(s) };
}
export function decodeString(token: Token): ConstantValue {
  const m = /^([a-zA-Z]*)('''|"""|'|")/.exec(token.string)!;
  const raw = /r/i.test(m[1]!);
  const body = token.string.slice(m[0].length, -m[2]!.length);
  if (/b/i.test(m[1]!)) {
    const out = raw ? body : unescape(body, true);
    return { type: 'bytes', value: Uint8Array.from(Array.from(out, (c) => c.charCodeAt(0))) };
  }
  return mk(raw ? body : unescape(body, false));
}
export function decodeMiddle(text: string, raw: boolean): StrConstant {
  return mk(raw ? text : unescape(text, false));
}
let points: number[] | undefined;
function mk(value: string): StrConstant {
  if (!/[\ud800-\udfff]/.test(value)) return { type: 'str', value };
  return { type: 'str', value, codePoints: points ?? Array.from(value, (c) => c.codePointAt(0)!) };
}
const SIMPLE: Record<string, string> = { '\n': '', '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
function unescape(s: string, bytes: boolean): string {
  points = undefined;
  if (!s.includes('\\')) return s;
  const pts: number[] = [];
  const out = s.replace(/\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|(N\{[^}]*\})|([\s\S]))|([^\\])/gu, (w, oct, hex, uni, name, simple, plain) => {
    let r: string;
    if (plain !== undefined) r = plain;
    else if (oct !== undefined) r = String.fromCharCode(bytes ? Number.parseInt(oct, 8) & 255 : Number.parseInt(oct, 8));
    else if (hex !== undefined) r = String.fromCharCode(Number.parseInt(hex, 16));
    else if (uni !== undefined) r = bytes ? w : String.fromCodePoint(Number.parseInt(uni.slice(1), 16));
    else if (name !== undefined) r = bytes ? w : '?';
    else r = SIMPLE[simple] ?? w;
    for (const c of r) pts.push(c.codePointAt(0)!);
    return r;
  });
  points = pts;
  return out;
}
