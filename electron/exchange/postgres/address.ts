import { failure } from '../../desk/failure';

/** Where a server is, and how that may be said. */
export interface ServerAddress {
  url: string;
  /** Without password, and without anything else that stands behind a `?`. */
  shown: string;
  /** Texts that must be in no message. */
  secrets: readonly string[];
}

/**
 * Reads `postgres://…` or `postgresql://…`; throws a DeskError that does not repeat what was written. To another
 * machine the line is encrypted and its certificate checked unless the address, or `mode` (PGSSLMODE), says how it
 * is to be.
 */
export function serverAddress(url: string, mode = ''): ServerAddress {
  if (!/^postgres(ql)?:\/\//i.test(url) || !isAddress(url)) throw failure('postgres.address');
  const secrets = [url];
  const [, rest = ''] = url.split('://', 2);
  const [place = '', search = ''] = rest.split('?', 2);
  const at = place.lastIndexOf('@');
  const [user = '', ...password] = place.slice(0, Math.max(at, 0)).split(':');
  const host = place.slice(at + 1);
  const query = new URLSearchParams(search);
  for (const secret of [password.join(':'), ...query.getAll('password')]) {
    if (secret !== '') secrets.push(secret, decoded(secret));
  }
  const named = user === '' ? '' : `${user}@`;
  const open = mode === '' && !query.has('sslmode') && !query.has('ssl');
  const elsewhere = !isHere(query.get('host') ?? decoded(host.split('/')[0] ?? ''));
  return {
    url: open && elsewhere ? `${url}${search ? '&' : '?'}sslmode=verify-full` : checked(url),
    shown: `postgres://${named}${host}`,
    secrets,
  };
}

/** Whether the library can read it: a socket's address has nothing between `@` and `/`. */
const isAddress = (url: string) => URL.canParse(url) || URL.canParse(url.replace('@/', '@socket/'));

/** A socket's folder, or this machine by name. */
const isHere = (host: string) =>
  host === '' || /^\/|^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)(?::\d+)?$/i.test(host);

/** The library takes these for one that also checks the certificate, as here, and says so at length each time. */
const checked = (url: string) =>
  /[?&]uselibpqcompat=/.test(url)
    ? url
    : url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full');

/** A message of the server or of the library, without anything secret. */
export function withoutSecrets(text: string, { secrets }: ServerAddress): string {
  const longestFirst = secrets.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((left, secret) => left.replaceAll(secret, '***'), text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
