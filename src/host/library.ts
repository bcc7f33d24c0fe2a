// Where the standard library's files come from.

export interface LibraryFiles {
  /** The directory that goes on sys.path. */
  readonly directory: string;
  /** A library file's bytes, by its path inside the directory. */
  readSource(path: string): Uint8Array | undefined;
  /** Size and time of a library file. */
  statSource(path: string): { readonly size: number; readonly mtimeMs: number } | undefined;
  /** The text of a file that the build made beside the library. */
  readBuilt(name: string): string | undefined;
  /** Some bytes of a file that the build made; undefined when it is gone. */
  readPart(name: string, at: number, size: number): Uint8Array | undefined;
  /** Latin-1 bytes as text. */
  latin1(bytes: Uint8Array): string;
}
