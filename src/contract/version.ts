export const FORMAT_VERSION = 23;
