/// <reference types="node" />
// V8's sampling profiler, through a session with the inspector of this process.
import { Session } from 'node:inspector';
import type { CpuProfile, Profiler } from '../profiler.ts';

export class NodeProfiler implements Profiler {
  #session: Session | undefined;

  start(intervalMicroseconds: number): void {
    const session = new Session();
    session.connect();
    session.post('Profiler.enable');
    session.post('Profiler.setSamplingInterval', { interval: intervalMicroseconds });
    session.post('Profiler.start');
    this.#session = session;
  }

  /** A session within the process answers before `post` returns. */
  stop(): CpuProfile {
    let profile: CpuProfile | undefined;
    this.#session?.post('Profiler.stop', (error, answer) => {
      if (error === null) profile = answer.profile;
    });
    this.#session?.disconnect();
    this.#session = undefined;
    if (profile === undefined) throw new Error('the profiler was not running');
    return profile;
  }
}
