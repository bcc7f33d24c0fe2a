export const FORMAT_VERSION = 22;
