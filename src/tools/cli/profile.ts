// `--cpu-profile FILE`: a sampling profile of the program, for the developer tools of a browser.
import type { Host } from '../../host/host.ts';
import { pythonProfile } from '../../runtime/execution/profile.ts';

/** Microseconds between two samples. */
const INTERVAL = 1000;

/** Runs the program under the host's profiler; a relative path is one of the folder it starts in. */
export function profiled(host: Host, path: string, run: () => number): number {
  const { profiler } = host;
  if (profiler === undefined) return run();
  const folder = String(host.files.getcwd());
  const file = path.startsWith('/') ? path : `${folder}/${path}`;
  profiler.start(INTERVAL);
  try {
    return run();
  } finally {
    writeFile(host, file, new TextEncoder().encode(JSON.stringify(pythonProfile(profiler.stop(), folder))));
  }
}

function writeFile({ files }: Host, path: string, content: Uint8Array): void {
  const { O_WRONLY = 0, O_CREAT = 0, O_TRUNC = 0 } = files.constants;
  const fd = files.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666);
  for (let at = 0; at < content.length; ) at += files.write(fd, content.subarray(at));
  files.close(fd);
}
