export const FORMAT_VERSION = 4;
