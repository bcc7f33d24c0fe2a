export const FORMAT_VERSION = 7;
