export const FORMAT_VERSION = 6;
