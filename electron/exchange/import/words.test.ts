import { describe, expect, it } from 'vitest';
import en from '../../../resources/locales/en/import.json';
import fi from '../../../resources/locales/fi/import.json';
import sv from '../../../resources/locales/sv/import.json';
import { checkRow } from '../../../shared/intake/check';
import { COLUMN_FIELDS } from '../../../shared/intake/columns';
import { REFUSAL_CODES } from './refusal';

const blanks = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort();

describe('the words of the import', () => {
  it('are there in three languages with the same blanks', () => {
    const languages: Array<Record<string, string>> = [fi, sv];
    for (const words of languages) {
      expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
      for (const [key, text] of Object.entries(en)) {
        expect([key, blanks(words[key] ?? '')]).toEqual([key, blanks(text)]);
      }
    }
  });

  it('name every refusal and every field', () => {
    for (const code of REFUSAL_CODES) expect(en).toHaveProperty([`error.${code}`]);
    for (const field of COLUMN_FIELDS) expect(en).toHaveProperty([`field.${field}`]);
  });

  it('are the sentences of rejected rows', () => {
    const bad = [
      {},
      { email: 'anna' },
      { lastName: 'Satu', title: 'x'.repeat(301) },
      { lastName: 'Satu', offers: Array.from({ length: 101 }, () => 'x') },
    ];
    const words: Record<string, string> = en;
    for (const fields of bad) {
      const rejected = checkRow({ row: 1, fields });
      const sentence = words[`rejected.${rejected?.code}`]?.replace(/\{\{(\w+)\}\}/g, (_, name) =>
        String(rejected?.params[name]),
      );
      expect(rejected?.reason).toBe(sentence);
    }
  });
});
