export const FORMAT_VERSION = 2;
