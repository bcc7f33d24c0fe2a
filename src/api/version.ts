// What -V prints. CPython: Modules/main.c (pymain_run_python), Python/getversion.c
export const PYTHON_VERSION = '3.14.8';

export function showVersion(long: boolean): string {
  return long ? `Python ${PYTHON_VERSION} (Taipan)\n` : `Python ${PYTHON_VERSION}\n`;
}
