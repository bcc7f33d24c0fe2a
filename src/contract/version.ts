export const FORMAT_VERSION = 3;
