import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { packaging } from '../../electron-builder.config.mjs';
import { FUSES, fuseTrouble, readFuses } from './fuses.mjs';
import { madeUpProgram } from './madeUpElectron.mjs';

/** The wire as it has to be in a packaged app; the ninth fuse is Electron's own business. */
const RIGHT = '010011001';

describe('the fuses of a packaged program', () => {
  it('are all set, each by the name and in the order in which Electron has them', () => {
    const official = Object.values(FuseV1Options).filter((one) => typeof one === 'string');
    const own = Object.keys(FUSES).map((name) => name[0].toUpperCase() + name.slice(1));
    expect(own).toEqual(official);
    expect(packaging.electronFuses).toBe(FUSES);
  });

  it('are read out of the program', () => {
    const [wire] = readFuses(madeUpProgram(RIGHT));
    expect(wire).toMatchObject(FUSES);
    expect(wire.wasmTrapHandlers).toBe(true);
    expect(fuseTrouble(madeUpProgram(RIGHT))).toEqual([]);
    expect(fuseTrouble(madeUpProgram('01001100'))).toEqual([]);
  });

  it.each(Object.keys(FUSES).map((name, i) => [name, i]))('are wrong with %s turned', (name, i) => {
    const turned = RIGHT[i] === '1' ? '0' : '1';
    const program = madeUpProgram(RIGHT.slice(0, i) + turned + RIGHT.slice(i + 1));
    expect(fuseTrouble(program)).toEqual([`fuse ${name} is ${turned === '1'}, not ${FUSES[name]}`]);
  });

  it('are wrong as Electron ships them, and where some are missing', () => {
    expect(fuseTrouble(madeUpProgram('101100011'))).toHaveLength(7);
    expect(fuseTrouble(madeUpProgram('0100'))).toContain(
      'fuse onlyLoadAppFromAsar is missing, not true',
    );
  });

  it('are looked at in both halves of a universal program', () => {
    const both = Buffer.concat([madeUpProgram(RIGHT), madeUpProgram('1' + RIGHT.slice(1))]);
    expect(fuseTrouble(both)).toEqual(['fuse runAsNode is true, not false']);
  });

  it('may have been taken out of Electron, and then are no trouble', () => {
    expect(fuseTrouble(madeUpProgram('r10011001'))).toEqual([]);
  });

  it('are not found in what is no Electron', () => {
    expect(() => readFuses(Buffer.from('#!/bin/sh'))).toThrow(/no program of Electron/);
  });
});
