// Joining host paths. CPython: Modules/posixmodule.c join_path_filename
import type { HostPath } from '../../host/files.ts';

/** `directory/name`; '.' stays in front, as os.scandir shows it. */
export function concatHostPath(directory: HostPath, name: HostPath): HostPath {
  if (typeof directory === 'string' && typeof name === 'string')
    return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
  const [left, right] = [toBytes(directory), toBytes(name)];
  const slash = left[left.length - 1] === 47 ? [] : [47];
  return Uint8Array.from([...left, ...slash, ...right]);
}

export function toBytes(path: HostPath): Uint8Array {
  return typeof path === 'string' ? new TextEncoder().encode(path) : path;
}
