import { X509Certificate } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CERTIFICATE_FILE, keptCertificate } from './certificate';

const NOW = Date.UTC(2026, 10, 22, 9);
const DAY = 86_400_000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuija-certificate-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const kept = (addresses: readonly string[], now = NOW) => keptCertificate(folder, addresses, now);
const file = () => join(folder, CERTIFICATE_FILE);

it('names the addresses and nothing of the person, for a server, in a way that phones take', async () => {
  const { cert, fingerprint, renewed } = await kept(['10.0.0.7', '192.168.1.20']);
  const certificate = new X509Certificate(cert);
  expect(renewed).toBeNull();
  expect(certificate.subject).toBe('CN=Nuija');
  expect(certificate.subjectAltName?.split(', ').toSorted()).toEqual([
    'DNS:localhost',
    'IP Address:10.0.0.7',
    'IP Address:127.0.0.1',
    'IP Address:192.168.1.20',
  ]);
  expect(certificate.ca).toBe(false);
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  const days = (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / DAY;
  expect(days).toBeLessThan(825);
  expect(fingerprint).toBe(certificate.fingerprint256);
});

it('is kept, with its key for the owner’s eyes alone', async () => {
  const first = await kept(['10.0.0.7']);
  if (process.platform !== 'win32') {
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    await chmod(file(), 0o644);
  }
  expect(await kept(['10.0.0.7'])).toEqual(first);
  // An address that was left does no harm: it may come back.
  expect(await kept([])).toEqual(first);
  if (process.platform !== 'win32') expect((await stat(file())).mode & 0o777).toBe(0o600);
});

it('names no more than twenty addresses, those of now first', async () => {
  const many = Array.from({ length: 30 }, (_, i) => `10.0.1.${i}`);
  await kept(many);
  const names = new X509Certificate((await kept(['10.0.2.1'])).cert).subjectAltName ?? '';
  expect(names.split(', ').filter((one) => one.startsWith('IP'))).toHaveLength(20);
  expect(names).toContain('IP Address:10.0.2.1');
});

describe('is made anew, and why is told,', () => {
  it('for an address that it does not name', async () => {
    const first = await kept(['10.0.0.7']);
    const second = await kept(['10.0.0.8']);
    expect(second.renewed).toBe('addresses');
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect(new X509Certificate(second.cert).checkIP('10.0.0.8')).toBe('10.0.0.8');
    expect(await kept(['10.0.0.8'])).toEqual({ ...second, renewed: null });
    // Back in the network of before, no device is warned again.
    expect(await kept(['10.0.0.7'])).toEqual({ ...second, renewed: null });
  });

  it.each([
    ['before it runs out in the middle of an event', 395 * DAY],
    ['once it has run out', 500 * DAY],
    ['when the clock was wrong as it was made', -2 * DAY],
  ])('%s', async (_when, later) => {
    const first = await kept(['10.0.0.7']);
    const second = await kept(['10.0.0.7'], NOW + later);
    expect(second.renewed).toBe('expired');
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect(await kept(['10.0.0.7'], NOW + later)).toMatchObject({ renewed: null });
  });

  it('holds for a year otherwise', async () => {
    await kept(['10.0.0.7']);
    expect(await kept(['10.0.0.7'], NOW + 365 * DAY)).toMatchObject({ renewed: null });
  });

  it.each([
    ['nothing', async () => ''],
    ['something else', async () => '{"on":true}'],
    ['half of it', async (pem: string) => pem.slice(0, pem.length / 2)],
    ['a flipped letter', async (pem: string) => pem.replace('MI', 'NJ')],
    [
      'the key of another',
      async (pem: string) => {
        await rm(file());
        const other = await kept(['10.0.0.7']);
        return other.key + pem.slice(pem.indexOf('-----BEGIN CERT'));
      },
    ],
  ])('where its file holds %s', async (_what, damaged) => {
    await kept(['10.0.0.7']);
    await writeFile(file(), await damaged(await readFile(file(), 'utf8')));
    expect(await kept(['10.0.0.7'])).toMatchObject({ renewed: 'broken' });
    expect(await kept(['10.0.0.7'])).toMatchObject({ renewed: null });
  });
});

it('is not made where it cannot be kept', async () => {
  await expect(keptCertificate(join(folder, 'gone'), [], NOW)).rejects.toThrow(/ENOENT/);
});
