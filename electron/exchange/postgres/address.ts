import { failure } from '../../desk/failure';

/** Where a server is, and how that may be said. */
export interface ServerAddress {
  url: string;
  /** Without password, and without anything else that stands behind a `?`. */
  shown: string;
  /** Texts that must be in no message. */
  secrets: readonly string[];
}

/** Reads `postgres://…` or `postgresql://…`; throws a DeskError that does not repeat what was written. */
export function serverAddress(url: string): ServerAddress {
  if (!/^postgres(ql)?:\/\//i.test(url)) throw failure('postgres.address');
  const secrets = [url];
  const [, rest = ''] = url.split('://', 2);
  const [place = '', search = ''] = rest.split('?', 2);
  const at = place.lastIndexOf('@');
  const [user = '', ...password] = place.slice(0, Math.max(at, 0)).split(':');
  const host = place.slice(at + 1);
  const inQuery = new URLSearchParams(search).getAll('password');
  for (const secret of [password.join(':'), ...inQuery]) {
    if (secret !== '') secrets.push(secret, decoded(secret));
  }
  const named = user === '' ? '' : `${user}@`;
  return { url, shown: `postgres://${named}${host}`, secrets };
}

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
