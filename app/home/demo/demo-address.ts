/** By their addresses the people of the demo are known: nobody real can have one, for `.example` is nobody's (RFC 2606). */
const domain = "understory-demo.example";

export const demoAddress = (key: string): string => `${key}@${domain}`;
export const isDemoAddress = (address: string): boolean => address.toLowerCase().endsWith(`@${domain}`);
/** For LIKE. */
export const demoAddresses = `%@${domain}`;
