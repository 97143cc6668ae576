import type { AnswerOf, AskOf } from '../../shared/contract';
import type { Instant } from '../../shared/model/units';
import { readDocument } from '../exchange/export/json';
import type { DrawSheet } from '../reports/sheet';
import type { EventDesk } from './eventDesk';
import type { EventShelf } from './eventShelf';
import { failure } from './failure';

/** An event in one of the export formats, as a file. */
export async function exportEvent(
  desk: EventDesk,
  { format, delimiter, language }: Omit<AskOf<'export.make'>, 'event'>,
  now: Instant,
  drawSheet: DrawSheet,
): Promise<AnswerOf<'export.make'>> {
  const { makeExport } = await import('../exchange/export/make');
  const made = await makeExport(format, desk.state, desk.commits(), {
    now,
    drawSheet,
    ...(delimiter ? { delimiter } : {}),
    ...(language ? { language } : {}),
  });
  return { ...made, bytes: Buffer.from(made.bytes).toString('base64') };
}

/** An exported JSON document as an event of this desk, from its first fact on. */
export async function receiveDocument(
  shelf: EventShelf,
  bytes: Uint8Array,
): Promise<{ event: string }> {
  const commits = readDocument(bytes);
  const created = commits[0]?.facts[0];
  if (created?.type !== 'event.created') throw failure('document.noBeginning');
  await shelf.receive(created.event.id, commits);
  return { event: created.event.id };
}
