/**
 * The domain somebody registered, as far as the name itself tells: "example.net" of "web1.example.net", "example.co.uk" of
 * "www.example.co.uk".
 */
export function domainOf(host: string): string {
  const labels = host.toLowerCase().split('.');
  const isShared = /^[a-z]{2}$/u.test(labels.at(-1) ?? '') && (labels.at(-2)?.length ?? 0) <= 3;
  return labels.slice(isShared ? -3 : -2).join('.');
}

/** Whether a name, or a name with a star, belongs to a domain. */
export function isInDomain(name: string, domain: string): boolean {
  const lower = name.toLowerCase();
  return lower === domain || lower.endsWith(`.${domain}`);
}
