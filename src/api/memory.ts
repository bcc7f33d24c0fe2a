// What a snapshot of the engine holds of the library: the units and scripts that a start needs, read and evaluated when it was made; and an
// interpreter that was begun then, for starts that would begin theirs in the same way.
import type { CodeUnit } from '../contract/unit.ts';
import type { Scripts } from '../host/scripts.ts';
import { state } from '../runtime/core/state.ts';
import type { AheadUnits } from './ahead.ts';
import type { Begun } from './begun.ts';

export class Memory {
  /** While the snapshot is made. */
  recording = true;
  /** Begun when the snapshot was made; its host ended with that process. */
  begun: Begun | undefined;
  #ahead: AheadUnits | undefined;
  readonly #units = new Map<string, CodeUnit>();
  readonly #factories = new Map<string, unknown>();

  /** Ends the recording, and lets go of the interpreter and the host that it was made with. */
  seal(): void {
    this.recording = false;
    if (this.begun !== undefined) this.begun.interp.host = undefined as never;
    state.enter(undefined as never, new Int32Array(1));
  }

  /** The units, opened when the snapshot was made. */
  ahead(open: () => AheadUnits): AheadUnits {
    this.#ahead ??= open();
    const ahead = this.#ahead;
    return {
      unit: (path, filename) => this.#units.get(filename) ?? this.#unit(ahead, path, filename),
      text: (form) => ahead.text(form),
    };
  }

  #unit(ahead: AheadUnits, path: string, filename: string): CodeUnit | undefined {
    const unit = ahead.unit(path, filename);
    if (this.recording && unit !== undefined) this.#units.set(filename, unit);
    return unit;
  }

  /** Scripts that were evaluated when the snapshot was made; the others by other means. */
  scripts(others: Scripts): Scripts {
    return {
      evaluate: (key, text, url, source) => {
        let value = this.#factories.get(key);
        if (value !== undefined) return value;
        value = others.evaluate(key, text, url, source);
        if (this.recording) this.#factories.set(key, value);
        return value;
      },
    };
  }
}
