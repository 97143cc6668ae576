import { describe, expect, it } from 'vitest';
import { eventOf } from '../../../shared/intake/gathering';
import { NO_SESSION_DETAILS } from '../../../shared/model/session';
import { Table } from '../../../shared/model/table';
import { programmeIcs } from './ics';
import { contactsVcf } from './vcf';
import { exportWords } from './words';

const long = 'Päijät-Hämeen ja Kymenlaakson yhteinen iltapäivä; keskustelua, kahvia\nja lisää';
const unfolded = (text: string) => text.replace(/\r\n /g, '').split('\r\n');

describe('iCalendar', () => {
  const base = eventOf();
  const session = {
    ...NO_SESSION_DETAILS,
    id: 's1',
    title: long,
    plannedStart: 9 * 60,
    plannedMs: 45 * 60_000,
    order: 0,
    startedAt: null,
    endedAt: null,
    edits: {},
  };
  const ics = programmeIcs(
    {
      ...base,
      event: { ...base.event, date: '2026-11-22', venue: 'Sali' },
      sessions: Table.from([['s1', session]]),
    },
    Date.parse('2026-11-01T10:00:00Z'),
    exportWords('fi', 'Europe/Helsinki'),
  );

  it('ends every line with CRLF and folds at 75 octets between whole characters', () => {
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(ics).not.toContain('\uFFFD');
  });

  it('escapes text and gives times in UTC', () => {
    const lines = unfolded(ics);
    expect(lines).toContain(
      'SUMMARY:Päijät-Hämeen ja Kymenlaakson yhteinen iltapäivä\\; keskustelua\\, kahvia\\nja lisää',
    );
    expect(lines).toContain('DTSTART:20261122T070000Z');
    expect(lines).toContain('DTEND:20261122T074500Z');
    expect(lines).toContain('DTSTAMP:20261101T100000Z');
  });
});

describe('vCard', () => {
  it('holds only those who let their contact details be shared', () => {
    const person = { firstName: 'Anna', lastName: 'Keksi;tty', email: 'anna@sepite.example' };
    const { text, cards } = contactsVcf(
      eventOf(
        { ...person, consentContact: true },
        { firstName: 'Ei', consentContact: false },
        { firstName: 'Kysymättä', consentContact: null },
        { firstName: 'Perunut', consentContact: true, status: 'cancelled' },
      ),
    );
    expect(cards).toBe(1);
    expect(unfolded(text)).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'FN:Anna Keksi\\;tty',
      'N:Keksi\\;tty;Anna;;;',
      'EMAIL:anna@sepite.example',
      'END:VCARD',
      '',
    ]);
  });
});
