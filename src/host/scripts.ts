// Evaluating scripts, with whatever form the engine likes to keep between runs. Losing what is kept costs time, never correctness.

export interface Scripts {
  /**
   * The value of a script.
   *
   * @param key names the text: never the same for two texts.
   * @param url what the engine's stack calls the script.
   * @param source the user's file that the script was made from, beside which something may be kept.
   */
  evaluate(key: string, text: string, url: string, source?: string): unknown;
}
