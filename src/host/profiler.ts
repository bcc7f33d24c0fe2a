// A sampling profile of the process, in the format that browsers' developer tools read (`.cpuprofile`).

export interface CallFrame {
  functionName: string;
  scriptId: string;
  url: string;
  /** Where the function starts, counted from 0; -1 where that means nothing. */
  lineNumber: number;
  columnNumber: number;
}

export interface ProfileNode {
  id: number;
  callFrame: CallFrame;
  hitCount?: number;
  children?: number[];
  /** Samples by line, counted from 1. */
  positionTicks?: { line: number; ticks: number }[];
}

export interface CpuProfile {
  nodes: ProfileNode[];
  /** Microseconds, as all times here. */
  startTime: number;
  endTime: number;
  /** Node ids, and the time since the sample before each. */
  samples?: number[];
  timeDeltas?: number[];
}

export interface Profiler {
  start(intervalMicroseconds: number): void;
  stop(): CpuProfile;
}
