import { expect, it } from 'vitest';
import { isCode } from '../../shared/model/code';
import { createIdentity } from './identity';

/** More than the lots that are drawn from the system at a time give. */
const MANY = 3_000;

it('gives codes that are whole and all different', () => {
  const { newCode } = createIdentity();
  const codes = Array.from({ length: MANY }, () => newCode('NJ'));
  expect(codes.every(isCode)).toBe(true);
  expect(new Set(codes).size).toBe(MANY);
  const ninth = new Set(codes.map((code) => code[10]));
  expect(ninth.size).toBe(32);
});

it('gives ids in order of their making, also where codes are drawn between', () => {
  const { newCode, newId } = createIdentity();
  const ids = Array.from({ length: MANY }, (_, at) => {
    newCode('NJ');
    return newId(at % 7);
  });
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(MANY);
});

it('of two desks draws nothing alike', () => {
  const [one, other] = [createIdentity(), createIdentity()];
  expect(one.newCode('NJ')).not.toBe(other.newCode('NJ'));
  expect(one.newId(5)).not.toBe(other.newId(5));
});
