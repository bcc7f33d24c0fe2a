export const FORMAT_VERSION = 20;
