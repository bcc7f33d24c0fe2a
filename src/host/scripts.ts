// Evaluating scripts, with whatever form the engine likes to keep between runs. Losing what is kept costs time, never correctness.

export interface Scripts {
  /**
   * The value of a script.
   *
   * @param key names the text: never the same for two texts.
   * @param url what the engine's stack calls the script.
   */
  evaluate(key: string, text: string, url: string): unknown;
}
