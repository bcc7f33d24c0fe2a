// Runs inside `node --build-snapshot`: loads the engine, starts Python once so that what every start needs is there and compiled, and
// leaves, for the processes that will start from the snapshot, the engine and another interpreter, which no program has run in.
const { readFileSync, writeSync } = require('node:fs');
const { join } = require('node:path');
const { startupSnapshot } = require('node:v8');
const { Script } = require('node:vm');

/** What a start and a first program use. */
const TRAINING = `
import sys
def fibonacci(n, *args, start=0, **more):
    """A function."""
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)
class Point:
    x: int = 1
    def __init__(self, x): self.x, self.y = x, [n * 2 for n in range(x) if n % 3]
    @property
    def double(self): return f"{self.x * 2!r:>5}"
try:
    with open(sys.executable) as file: [*map(len, file)]
    for key, value in {"a": 1.5, "b": (1, 2)}.items():
        while key and value: key = None
    Point(fibonacci(3)).double
    lambda: (yield)
except (OSError, ValueError) as error:
    raise
finally:
    assert sys.argv
`;

const root = join(__dirname, '..');
const bundle = join(root, 'build', 'bundle', 'engine.cjs');
const Registry = globalThis.FinalizationRegistry;

/** Has no cell to clear while the snapshot is made; a registry of the engine's own from the first use after that. */
class LateRegistry {
  #callback;
  #registry;
  constructor(callback) {
    this.#callback = callback;
  }
  register(...args) {
    if (startupSnapshot.isBuildingSnapshot()) return;
    this.#registry ??= new Registry(this.#callback);
    this.#registry.register(...args);
  }
  unregister(token) {
    return this.#registry?.unregister(token) ?? false;
  }
}

/** Enough of Atomics for one thread that waits for nobody. */
const LoneAtomics = {
  load: (cells, at) => cells[at],
  store: (cells, at, value) => (cells[at] = value),
  add: (cells, at, value) => (cells[at] += value) - value,
  exchange: (cells, at, value) => {
    const before = cells[at];
    cells[at] = value;
    return before;
  },
  notify: () => 0,
  wait: () => 'timed-out',
};

/** Threads cannot be started yet, and nobody sends the signals that one would wait for. */
const noThreads = {
  Worker: class {
    unref() {}
  },
  MessageChannel: class {
    port1 = { postMessage() {}, unref() {} };
    port2 = {};
  },
  receiveMessageOnPort: () => undefined,
};

function requireNow(name) {
  return name === 'node:worker_threads' && startupSnapshot.isBuildingSnapshot() ? noThreads : require(name);
}

// What V8 has in a running process only.
const stand = { FinalizationRegistry: LateRegistry, SharedArrayBuffer: ArrayBuffer, Atomics: LoneAtomics };
const own = Object.keys(stand).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
for (const name of Object.keys(stand)) {
  Object.defineProperty(globalThis, name, { value: stand[name], configurable: true, writable: true });
}

const module_ = { exports: {} };
new Script(`(function(exports,require,module){${readFileSync(bundle, 'latin1')}\n})`, {
  filename: bundle,
}).runInThisContext()(module_.exports, requireNow, module_);
const { beginForSnapshot, main, Memory, fingerprint } = module_.exports;
const memory = new Memory();

function run(argv) {
  return main({
    argv,
    executable: join(root, 'bin', 'taipan.mjs'),
    environment: (name) => process.env[name],
    fingerprint,
    memory,
    build: join(root, 'build'),
    write: (text) => writeSync(1, text),
    log: (text) => writeSync(2, text),
  });
}

if (run(['-c', TRAINING]) !== 0) throw new Error('the engine does not start');
beginForSnapshot({ build: join(root, 'build'), fingerprint, memory });
memory.seal();
for (const [name, descriptor] of own) {
  delete globalThis[name];
  if (descriptor !== undefined) Object.defineProperty(globalThis, name, descriptor);
}
startupSnapshot.setDeserializeMainFunction(async () => {
  // From a microtask, where V8 throws at half the cost (engine.cjs).
  await undefined;
  // Nothing is left to wait for, and without this node takes its heap apart first.
  process.exit(run(process.argv.slice(2)));
});
