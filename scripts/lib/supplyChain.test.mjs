import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from './auditPolicy.mjs';
import { at } from './root.mjs';
import { billOfMaterials } from './sbom.mjs';

const text = (file) => readFileSync(at(file), 'utf8');
const lock = JSON.parse(text('package-lock.json'));
const packages = Object.entries(lock.packages).filter(([place]) => place !== '');

describe('the lockfile', () => {
  it('is of the version that carries integrity for everything, and of this package', () => {
    const own = JSON.parse(text('package.json'));
    expect(lock.lockfileVersion).toBe(3);
    expect(lock.packages[''].dependencies).toEqual(own.dependencies);
    expect(lock.packages[''].devDependencies).toEqual(own.devDependencies);
  });

  it('holds every package to its SHA-512', () => {
    const without = packages.filter(
      ([, one]) => !/^sha512-[\w+/]{86}==$/.test(one.integrity ?? ''),
    );
    expect(packages.length).toBeGreaterThan(100);
    expect(without.map(([place]) => place)).toEqual([]);
  });

  it('names no host, no repository and no folder to fetch from', () => {
    expect(packages.filter(([, one]) => one.resolved ?? one.link).map(([place]) => place)).toEqual(
      [],
    );
    expect(text('package-lock.json')).not.toMatch(/"(?:git|https?|file|ssh)[+:][^"]*\.tgz|github:/);
  });
});

describe('dependencies', () => {
  it('run no script when they are installed', () => {
    expect(text('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    expect(text('.npmrc')).toMatch(/^omit-lockfile-registry-resolved=true$/m);
  });

  it('are asked for by version, never by address', () => {
    const { dependencies, devDependencies } = JSON.parse(text('package.json'));
    const asked = Object.entries({ ...dependencies, ...devDependencies });
    expect(asked.filter(([, range]) => !/^[\^~]?\d+(\.\d+){1,2}$/.test(range))).toEqual([]);
  });

  it('are fetched by no program of ours from any other place', () => {
    expect(text('.npmrc')).not.toMatch(/registry\s*=|_auth|\/\//);
  });
});

describe('what is known of holes', () => {
  const report = (severity) =>
    JSON.stringify({
      vulnerabilities: {
        paint: { name: 'paint', severity, range: '<2', via: [{ title: 'Leaks' }] },
      },
    });

  it.each([
    ['critical', 'shipped', 1],
    ['high', 'shipped', 1],
    ['moderate', 'shipped', 0],
    ['critical', 'tools', 1],
    ['high', 'tools', 0],
  ])('%s stops %s: %i', (severity, of, refused) => {
    const found = judge(report(severity), of);
    expect(found.refused).toHaveLength(refused);
    expect(found.refused.length + found.told.length).toBe(1);
    expect(`${found.refused}${found.told}`).toContain('paint <2: Leaks');
  });

  it('is nothing where nobody could be asked, and that is said', () => {
    const offline =
      'npm error code ENOTFOUND\nnpm error A complete log of this run can be found in: x';
    expect(judge(offline, 'shipped')).toMatchObject({ asked: false, why: 'code ENOTFOUND' });
    const refused = JSON.stringify({ error: { code: 'ENOAUDIT', summary: 'no audit here' } });
    expect(judge(`npm warn x\n${refused}`, 'tools')).toMatchObject({ why: 'no audit here' });
  });
});

describe('the bill of materials', () => {
  const built = '2026-11-22T00:00:00.000Z';
  const bill = billOfMaterials(lock, { built, alsoShipped: ['node_modules/electron'] });

  it('names all that ships with its version, its hash and its licence, and no tool', () => {
    const names = bill.components.map((one) => (one.group ? `${one.group}/${one.name}` : one.name));
    expect(names).toEqual(
      expect.arrayContaining(['electron', 'react', 'lowdb', 'pdfkit', '@mantine/core']),
    );
    expect(names).not.toContain('vitest');
    for (const { hashes, purl } of bill.components) {
      expect(purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d/);
      expect(hashes).toEqual([
        { alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) },
      ]);
    }
  });

  it('names each once, and is the same for the same lockfile and day', () => {
    const refs = bill.components.map((one) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(refs).toEqual(refs.toSorted());
    const again = billOfMaterials(structuredClone(lock), {
      built,
      alsoShipped: ['node_modules/electron'],
    });
    expect(again).toEqual(bill);
  });
});
