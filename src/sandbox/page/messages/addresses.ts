const loopback = ['127.0.0.1', 'localhost'];
const linkProtocols = ['http:', 'https:', 'discord:'];

/** Where a picture or file of this sandbox is found; null for any other, since nothing may leave the machine. */
export function ownAddress(address: string): string | null {
  const url = URL.parse(address, location.href);
  if (url === null) return null;
  const isHere = url.port === location.port && loopback.includes(url.hostname);
  return url.origin === location.origin || isHere ? `${url.pathname}${url.search}` : null;
}

/** An address that a click may open; null for `javascript:` and the like. */
export function linkAddress(address: string): string | null {
  const url = URL.parse(address);
  return url !== null && linkProtocols.includes(url.protocol) ? url.href : null;
}
