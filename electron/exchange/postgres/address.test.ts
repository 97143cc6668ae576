import { describe, expect, it } from 'vitest';
import { serverAddress, withoutSecrets } from './address';

describe('the address of a server', () => {
  it.each([
    'postgres://me@db.example/nuija',
    'postgresql://me:pw@db.example:6432/nuija',
    'postgres://me@/nuija?host=db.example',
    'postgres://me@10.0.0.7/nuija?application_name=x',
    'postgres://localhost.example/nuija',
  ])('is encrypted and checked where it leads to another machine: %s', (url) => {
    expect(new URL(serverAddress(url).url.replace('@/', '@x/')).searchParams.get('sslmode')).toBe(
      'verify-full',
    );
    expect(serverAddress(url, 'disable').url).toBe(url);
  });

  it.each([
    'postgres://me@localhost/nuija',
    'postgres://me@127.0.0.1:5433/nuija',
    'postgres://me@[::1]:5433/nuija',
    'postgres:///nuija',
    'postgres://me@/nuija?host=/run/postgresql',
    'postgres://me@%2Frun%2Fpostgresql/nuija',
    'postgres://me@db.example/nuija?sslmode=disable',
    'postgres://me@db.example/nuija?sslmode=require&uselibpqcompat=true',
    'postgres://me@db.example/nuija?ssl=0',
  ])('stays as it is on this machine, and where it says how it is to be: %s', (url) => {
    expect(serverAddress(url).url).toBe(url);
  });

  it.each(['prefer', 'require', 'verify-ca'])('checks the certificate with sslmode=%s', (mode) => {
    const { url } = serverAddress(`postgres://me@db.example/nuija?sslmode=${mode}&a=1`);
    expect(url).toBe('postgres://me@db.example/nuija?sslmode=verify-full&a=1');
  });

  it.each(['mysql://me@db.example/x', 'postgres://me:a@b:c/d@db.example/x', 'db.example'])(
    'is refused without repeating it where it is none: %s',
    (url) => {
      expect(() => serverAddress(url)).toThrow(
        expect.objectContaining({ code: 'postgres.address' }),
      );
      expect(() => serverAddress(url)).not.toThrow(url);
    },
  );

  it('is told without its password, encoded or not', () => {
    const address = serverAddress('postgres://me:s%40la@db.example/nuija');
    expect(address.shown).toBe('postgres://me@db.example/nuija');
    expect(withoutSecrets('no s@la, no s%40la', address)).toBe('no ***, no ***');
  });
});
