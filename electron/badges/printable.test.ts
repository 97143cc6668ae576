import { describe, expect, it } from 'vitest';
import { printable } from './printable';

describe('what of a text can be printed', () => {
  it.each([
    'Åke Öhman Äijälä',
    'Čáhppes Đ Ŋ Š Ŧ Ž čđŋšŧž',
    'Nguyễn Thị Ánh',
    'Αλεξάνδρα',
    'Екатерина',
    'שלום',
    'محمد علي',
    'علی\u200cرضا',
    'Lappeenrannan–Lahden ”Nuija” & co.',
  ])('prints all of %s', (text) => {
    expect(printable(text)).toEqual({ text, missing: [] });
  });

  it('puts an accent that came by itself onto its letter', () => {
    expect(printable('Ha\u0308kkinen').text).toBe('Häkkinen');
  });

  it('names each character no font has once, and keeps the rest in order', () => {
    expect(printable('Ali 李小 👩‍👩‍👧 Vuori 👩')).toEqual({
      text: 'Ali Vuori',
      missing: ['李', '小', '👩', '👧'],
    });
  });

  it('keeps a letter whose mark no font has, and names the mark', () => {
    expect(printable('Aino\u{1d165}')).toEqual({ text: 'Aino', missing: ['\u{1d165}'] });
  });

  it('keeps two marks on a letter and names those that would be piled upon them', () => {
    expect(printable('Z\u0337\u0321\u034e\u0326a')).toEqual({
      text: 'Z\u0337\u0321a',
      missing: expect.arrayContaining(['\u0326']),
    });
    expect(printable('\u0254\u0303\u0301').missing).toEqual([]);
    expect(printable('שָּׁלוֹם').missing).toEqual([]);
  });

  it('drops direction marks, joiners and line ends without a word', () => {
    expect(printable('\u202eAi\u200dno\u200b\r\n Vuori\u0000')).toEqual({
      text: 'Aino Vuori',
      missing: [],
    });
  });
});
