export const FORMAT_VERSION = 21;
