import ical from 'node-ical';
import { parse } from 'vcard4';
import { describe, expect, it } from 'vitest';
import { DeskOfPaper } from '../../../shared/testing/deskOfPaper';
import { hostileDay, made, textOf } from './made.fixture';

const desk = hostileDay();

async function eventsOf(format: 'ics' | 'next-ics', of = desk) {
  const all = Object.values(ical.parseICS(textOf(await made(of, format))));
  return all.flatMap((one) => (one?.type === 'VEVENT' ? [one] : []));
}

describe('a calendar as another program reads it', () => {
  it('has every session at its planned time', async () => {
    const events = await eventsOf('ics');
    expect(
      events.map(({ summary, start, end }) => [summary, start.toISOString(), end?.toISOString()]),
    ).toEqual([
      ['=Avaus', '2026-03-18T07:00:00.000Z', '2026-03-18T07:30:00.000Z'],
      [events[1]?.summary, '2026-03-18T08:00:00.000Z', '2026-03-18T08:45:00.000Z'],
    ]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2);
  });

  it('has the day of the event where there is no programme: an empty calendar is none', async () => {
    const [day, ...more] = await eventsOf('ics', new DeskOfPaper({ name: 'Ilta, sali; 2' }));
    expect(more).toEqual([]);
    expect(day).toMatchObject({ summary: 'Ilta, sali; 2', datetype: 'date' });
  });

  it('has the next event with its place and address, on the day the clocks go back', async () => {
    const [next, ...more] = await eventsOf('next-ics');
    expect(more).toEqual([]);
    expect(next).toMatchObject({
      summary: 'Henkilökohtainen budjetointi; osa 2',
      location: 'Kajaani, sali',
      url: 'https://sepite.example/seuraava',
    });
    expect(next?.start.toISOString()).toBe('2026-10-25T07:00:00.000Z');
    expect(next?.end?.toISOString()).toBe('2026-10-25T13:30:00.000Z');
  });

  it('has a next event whose time of day is not known as a whole day', async () => {
    const day = hostileDay();
    const next = {
      name: 'Seuraava',
      date: '2026-10-25',
      start: '',
      end: '',
      venue: '',
      url: 'x:y',
    };
    day.must({ type: 'event.edit', fields: { next } });
    const [event] = await eventsOf('next-ics', day);
    expect(event?.datetype).toBe('date');
    expect(textOf(await made(day, 'next-ics'))).not.toContain('URL:');
    day.must({ type: 'event.edit', fields: { next: { ...next, date: '' } } });
    await expect(made(day, 'next-ics')).rejects.toMatchObject({ code: 'export.noNext' });
  });
});

describe('contact cards as another program reads them', () => {
  it('are well-formed, one for each who consented, with their details', async () => {
    const cards = parse(textOf(await made(desk, 'vcf')));
    const all = Array.isArray(cards) ? cards : [cards];
    const valuesOf = (name: string) => all.map((card) => card.getProperty(name)[0]?.value);
    expect(valuesOf('EMAIL')).toEqual([0, 3, 6, 9].map((i) => `p${i}@sepite.example`));
    expect(valuesOf('FN')[0]).toContain('Malli0');
    expect(valuesOf('TEL')[0]).toBe('+358 40 000000');
  });
});
