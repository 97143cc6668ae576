import { describe, expect, it } from 'vitest';
import { strengthOf } from './strength';

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'short'],
    ['nuija12', 'short'],
    ['👍👍👍👍', 'short'],
    ['salasana', 'weak'],
    ['Salasana2026', 'weak'],
    ['12345678901234567890', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['Kesä2026!', 'weak'],
    ['qwertyqwertyqwerty', 'weak'],
    ['Kajaani #7 ilta', 'fair'],
    ['oikea hevonen paristo niitti', 'good'],
    ['korrekt häst batteri häftklammer', 'good'],
    ['v8#Qm2!xT9$Lr4@w', 'good'],
  ])('calls %j %s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });

  it('never falls when something unforeseen is added at the end', () => {
    const order = ['short', 'weak', 'fair', 'good'];
    const phrase = 'Vuoksen varrella vilisee väkeä!';
    const words = [...phrase].map((_, i) => order.indexOf(strengthOf(phrase.slice(0, i + 1))));
    expect(words).toEqual(words.toSorted());
    expect(words.at(-1)).toBe(3);
  });
});
