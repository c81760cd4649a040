/** An IPv4 address beside another of the same /24, as people say it: ".96" beside 203.0.113.97; any other stays whole. */
export function shortenAddress(address: string, beside: string): string {
  const [network, last] = splitIpv4(address);
  return network !== null && network === splitIpv4(beside)[0] ? `.${last}` : address;
}

function splitIpv4(address: string): readonly [network: string | null, last: string] {
  const parts = /^(\d+\.\d+\.\d+)\.(\d+)$/u.exec(address);
  return [parts?.[1] ?? null, parts?.[2] ?? ''];
}
