import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertificateRenewal } from '../../shared/network/channels';
import type { Instant } from '../../shared/model/units';

/** Key and certificate in one file, readable by its owner alone; taken away, another is made. */
export const CERTIFICATE_FILE = 'certificate.pem';

const DAY_MS = 86_400_000;

/** Phones take no server's certificate that holds for longer than 825 days (Apple, HT210176). */
const HOLDS_MS = 397 * DAY_MS;

/** Begins in the past, for a device whose clock is behind, and is made anew before an event day runs into its end. */
const BEFORE_MS = DAY_MS;
const LEFT_MS = 2 * DAY_MS;

/** So many addresses are named at most. */
const NAMED = 20;

/** What a listener encrypts with. */
export interface Certificate {
  key: string;
  cert: string;
  /** SHA-256 of the certificate as browsers show it: `AB:CD:…`. */
  fingerprint: string;
  /** Why the one that was kept is not used any more; null while it is, and at the first time. */
  renewed: CertificateRenewal | null;
}

/**
 * The certificate of a data folder, made on the spot at the first time and made anew when it cannot be read,
 * does not hold at `now` or lacks one of `addresses` (IPv4). Its key never leaves the folder, and it names
 * nothing but addresses. Rejects where the file cannot be written.
 */
export async function keptCertificate(
  dataFolder: string,
  addresses: readonly string[],
  now: Instant,
): Promise<Certificate> {
  const path = join(dataFolder, CERTIFICATE_FILE);
  const pem = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const kept = pem === null ? null : parsed(pem);
  const renewed =
    pem === null ? null : kept ? outdated(kept.certificate, addresses, now) : 'broken';
  if (kept && !renewed) {
    await chmod(path, 0o600);
    return {
      key: kept.key,
      cert: kept.cert,
      fingerprint: kept.certificate.fingerprint256,
      renewed,
    };
  }
  // Those of before are named on: a machine that comes back into a network warns nobody again.
  const before = kept && renewed === 'addresses' ? namedBy(kept.certificate) : [];
  const named = [...new Set(['127.0.0.1', ...addresses, ...before])].slice(0, NAMED);
  const made = await makeCertificate(named, now);
  const fresh = `${path}.new`;
  await writeFile(fresh, made.key + made.cert, { mode: 0o600 });
  await rename(fresh, path);
  return { ...made, renewed };
}

/** Whether it leaves out an address or does not hold (any more, or for long). */
export function outdated(
  certificate: X509Certificate,
  addresses: readonly string[],
  now: Instant,
): CertificateRenewal | null {
  const from = Date.parse(certificate.validFrom);
  const to = Date.parse(certificate.validTo);
  if (!(from <= now && now + LEFT_MS < to)) return 'expired';
  const lacks = addresses.some((address) => certificate.checkIP(address) === undefined);
  return lacks ? 'addresses' : null;
}

const namedBy = ({ subjectAltName = '' }: X509Certificate): string[] =>
  [...subjectAltName.matchAll(/IP Address:([\d.]+)/g)].map(([, address = '']) => address);

async function makeCertificate(addresses: readonly string[], now: Instant) {
  // Loaded when one is made, which is seldom.
  const { generate } = await import('selfsigned');
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Nuija' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - BEFORE_MS),
    notAfterDate: new Date(now - BEFORE_MS + HOLDS_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          ...addresses.map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
  return {
    key: ended(key),
    cert: ended(cert),
    fingerprint: new X509Certificate(cert).fingerprint256,
  };
}

const ended = (pem: string): string => `${pem.trimEnd()}\n`;

const BLOCKS = /^(-----BEGIN PRIVATE KEY-----.*?-----END PRIVATE KEY-----\r?\n)(.*)$/s;

/** Null for anything but a key and the certificate that belongs to it. */
function parsed(pem: string) {
  const [, key, cert] = BLOCKS.exec(pem) ?? [];
  if (!key || !cert) return null;
  try {
    const certificate = new X509Certificate(cert);
    return certificate.checkPrivateKey(createPrivateKey(key)) ? { key, cert, certificate } : null;
  } catch {
    // No key or no certificate: another is made, and the page says so.
    return null;
  }
}
