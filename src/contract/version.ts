export const FORMAT_VERSION = 24;
