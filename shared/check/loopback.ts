/** Whether a host is this computer itself, as far as its name or address shows: loopback addresses (RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3) and localhost (RFC 6761). */
export function isLoopback(host: string): boolean {
  return /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1|(?:.+\.)?localhost)$/u.test(host);
}
