// Messages of several buffers. Over the pairs that live inside the process nothing but bytes can be passed: ancillary data is refused.
// CPython: Modules/socketmodule.c (sock_sendmsg, sock_recvmsg_guts, sock_recvfrom_into)
import { hostError } from '../../host/error.ts';
import { None } from '../../runtime/core/object.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { isError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { osErrorFromHost } from '../../runtime/exceptions/oserror.ts';
import { method } from '../../runtime/native/define.ts';
import { bytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getBuffer, getWritableBuffer } from '../../runtime/protocols/buffer.ts';
import { sizeArgument } from '../../runtime/protocols/item.ts';
import { spread } from '../../runtime/protocols/iterate.ts';

/** What a socket does with one buffer. */
interface Transfer<S> {
  receive(self: S, buffer: Uint8Array, flags: Value | undefined): number;
  send(self: S, data: Uint8Array): number;
}

/** The methods' table entries. */
export function messageMethods<S>({ receive, send }: Transfer<S>): Record<string, ReturnType<typeof method>> {
  const sendmsg = (self: S, buffers: Value, ancillary?: Value): Value => {
    const parts = items(buffers, 'sendmsg() argument 1 must be an iterable').map((part) => getBuffer(part));
    if (ancillary !== undefined && items(ancillary, 'sendmsg() argument 2 must be an iterable').length > 0) {
      throw osErrorFromHost(hostError('EOPNOTSUPP'));
    }
    return int(send(self, joined(parts)));
  };
  const recvmsg = (self: S, size: Value, _ancillarySize?: Value, flags?: Value): Value => {
    const count = sizeArgument(size);
    if (count < 0) throw valueError('negative buffer size in recvmsg()');
    const buffer = new Uint8Array(count);
    return message(bytes(buffer.slice(0, receive(self, buffer, flags))));
  };
  const recvmsgInto = (self: S, buffers: Value, _ancillarySize?: Value, flags?: Value): Value => {
    const targets = items(buffers, 'recvmsg_into() argument 1 must be an iterable').map((each) =>
      getWritableBuffer(each, 'recvmsg_into()'),
    );
    const all = new Uint8Array(targets.reduce((sum, { length }) => sum + length, 0));
    const count = receive(self, all, flags);
    let from = 0;
    for (const target of targets) {
      target.set(all.subarray(from, Math.min(from + target.length, count)));
      from = Math.min(from + target.length, count);
    }
    return message(int(count));
  };
  const recvfromInto = (self: S, buffer: Value, size?: Value, flags?: Value): Value => {
    const target = getWritableBuffer(buffer, 'recvfrom_into()');
    const count = size === undefined ? 0 : sizeArgument(size);
    if (count < 0) throw valueError('negative buffersize in recvfrom_into');
    if (count > target.length) throw valueError('nbytes is greater than the length of the buffer');
    return tuple([int(receive(self, target.subarray(0, count === 0 ? target.length : count), flags)), None]);
  };
  return {
    sendmsg: method('!($self, buffers, ancdata=(), flags=0, address=None, /)', sendmsg),
    recvmsg: method('!($self, bufsize, ancbufsize=0, flags=0, /)', recvmsg),
    recvmsg_into: method('!($self, buffers, ancbufsize=0, flags=0, /)', recvmsgInto),
    recvfrom_into: method('!($self, buffer, nbytes=0, flags=0)', recvfromInto),
  };
}

function message(received: Value): Value {
  return tuple([received, new PyList([]), int(0), None]);
}

function items(v: Value, otherwise: string): Value[] {
  try {
    return spread(v);
  } catch (error) {
    if (isError(error, 'TypeError')) throw typeError(otherwise);
    throw error;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
