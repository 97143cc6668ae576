import { inflateRawSync } from 'node:zlib';
import { MINUTE } from '../../../shared/model/units';
import { DeskOfPaper, at, idOf } from '../../../shared/testing/deskOfPaper';
import type { ExportFormat } from '../../../shared/exports/formats';
import { draw } from '../../reports/draw';
import { makeExport } from './make';

/** What a spreadsheet would run, in every form it begins with. */
export const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A',
];

/**
 * A day of which every export has something: people who consented, who did not and who were not asked, one who left,
 * a walk-in, a programme with a panel that was held, feedback, links, contact persons and a next event. Every text
 * that a stranger could have stated is something that a spreadsheet or a browser would run.
 */
export function hostileDay(): DeskOfPaper {
  const desk = new DeskOfPaper({
    name: 'Soteuttamo <b>Kainuu</b>',
    venue: 'Kaukametsä',
    organisers: ['Kainuun liitto & kumppanit'],
    links: [
      { label: 'Tiedote', url: 'https://sepite.example/tiedote?a=1&b=2' },
      { label: 'Paha', url: 'javascript:alert(1)' },
    ],
    contacts: [{ name: 'Maija Yhteys', details: 'maija@sepite.example, 040 123 4567' }],
    next: {
      name: 'Henkilökohtainen budjetointi; osa 2',
      date: '2026-10-25',
      start: '09:00',
      end: '15:30',
      venue: 'Kajaani, sali',
      url: 'https://sepite.example/seuraava',
    },
  });
  const ids = FORMULAS.map((text, i) => {
    const fields = {
      firstName: text,
      lastName: `Malli${i}`,
      email: `p${i}@sepite.example`,
      phone: `+358 40 00000${i}`,
      organisation: text,
      title: text,
      notes: text,
      answers: { [`${text} kysymys`]: text },
      consentContact: [true, false, null][i % 3] ?? null,
    };
    return idOf(
      desk.must({ type: 'participant.add', fields, walkIn: i === 0 }),
      'participant.added',
    );
  });
  desk.now = at(8 * 60 + 52);
  for (const who of ids.slice(0, 8)) desk.must({ type: 'participant.checkIn', who });
  const [first = ''] = ids;
  desk.must({
    type: 'session.add',
    fields: { title: '=Avaus', plannedStart: 540, plannedMs: 30 * MINUTE },
  });
  const panel = desk.panel(2, {}, { plannedStart: 600, plannedMs: 45 * MINUTE });
  desk.now = at(605);
  desk.must({ type: 'session.start', session: panel });
  desk.must({ type: 'floor.give', session: panel, speaker: 'a' });
  desk.pass(90_000);
  desk.must({ type: 'floor.give', session: panel, speaker: 'moderator' });
  desk.now = at(650);
  desk.must({ type: 'session.end', session: panel });
  desk.must({ type: 'participant.leave', who: first });
  desk.must({ type: 'feedback.give', answers: { usefulness: 4, recommend: true, free: '=1+1' } });
  desk.must({ type: 'feedback.give', answers: { usefulness: 3, recommend: false } });
  return desk;
}

async function* none() {}

/** One export of a day as a desk makes it. */
export function made(
  desk: DeskOfPaper,
  format: ExportFormat,
  chosen: { language?: 'fi' | 'sv' | 'en'; delimiter?: ';' | ',' } = {},
) {
  return makeExport(format, desk.state, none(), { now: desk.now, drawSheet: draw, ...chosen });
}

export const textOf = ({ bytes }: { bytes: Uint8Array }): string => new TextDecoder().decode(bytes);

/** One file out of a workbook, by its name in the archive's directory (APPNOTE 4.3.12), '' where there is none. */
export function partOf(workbook: Uint8Array, name: string): string {
  const zip = Buffer.from(workbook);
  for (
    let at = zip.indexOf('PK\u0001\u0002');
    at >= 0;
    at = zip.indexOf('PK\u0001\u0002', at + 4)
  ) {
    const length = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const [method, size, local] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 42),
    ];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + size);
    return (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
  }
  return '';
}
