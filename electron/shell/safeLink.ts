import { isIP } from 'node:net';

/** Longer than any address that a person has typed or would read. */
const LONGEST = 2_000;

/**
 * An address that may be handed to the system's browser, in its plain spelling: https, with a name of
 * the public web, without a user, a password or a port of its own. Null for everything else: other
 * schemes start other programs, and names of this machine or this network are no links of an event.
 */
export function safeLink(address: string): string | null {
  if (address.length > LONGEST || !URL.canParse(address)) return null;
  const { protocol, username, password, port, hostname, href } = new URL(address);
  if (protocol !== 'https:' || username || password || port) return null;
  const bare = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const isPublic = bare.includes('.') && !/\.(local|localhost|internal|lan|home\.arpa)$/.test(bare);
  return isPublic && !isIP(bare) ? href : null;
}
