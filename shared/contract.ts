import { z } from 'zod';
import { askSchema } from './commands/command';
import { badgeChannels, badgeOptionsSchema } from './contract/badging';
import { base64, channel, event, language, nothing } from './contract/common';
import { importChannels } from './contract/importing';
import { keepingChannels } from './contract/keeping';
import type { LiveSignal, LiveView } from './contract/live';
import { failureSchema, noticeSchema, outcomeSchema } from './contract/outcome';
import type { Failure } from './contract/outcome';
import { EXPORT_FORMATS } from './exports/formats';
import { figuresSchema } from './figures/model';
import { backupSchema } from './model/backup';
import { eventDetailsSchema } from './model/event';
import { sessionDetailsSchema } from './model/session';
import { stateJsonSchema } from './model/state';
import { networkChannels } from './network/channels';
import { printChannels } from './print';
import { STAGE_VIEWS } from './stage/view';
import { tourChannels } from './tour/channels';
import { mergeToldSchema } from './tour/told';

export * from './contract/badging';
export * from './contract/importing';
export * from './contract/live';
export * from './contract/outcome';

/** A window or a tab's own, the same when it is loaded again. */
const pageId = z.string().min(1).max(100);

const eventSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  date: z.string(),
  participants: z.number(),
  present: z.number(),
  /** It has a passphrase and was not opened yet: the date is the day it was made, the rest is empty. */
  locked: z.boolean().optional(),
});
export type EventSummary = z.infer<typeof eventSummarySchema>;

/** Every question a screen can put to a desk: its payload and its answer. Whatever crosses is checked with these. */
export const channels = {
  'app.info': channel(
    nothing,
    z.object({
      version: z.string(),
      desk: z.string(),
      dataFolder: z.string(),
      host: z.enum(['desktop', 'serve', 'memory']),
      /** Day of the sources' last change, '' when it is not known. */
      built: z.string(),
      /** The page of releases, to be opened when a person asks for it; '' where there is none. */
      releases: z.string(),
      /** What happened when files were opened, if anything is worth telling. */
      problems: z.array(noticeSchema),
    }),
  ),
  /** What somebody who helps from afar has to know: versions, sizes, counts, the log's last lines; no names. */
  'app.diagnostics': channel(nothing, z.object({ text: z.string() })),
  /** The language that the page shows: menu and boxes of the desktop app speak it too. */
  'app.language': channel(z.object({ language }), nothing),
  /** What stands in a field and was not sent; '' when it was. It is kept in memory, for a page that crashes. */
  'draft.keep': channel(
    z.object({ event, page: pageId, field: z.string().max(100), text: z.string().max(200_000) }),
    nothing,
  ),
  'draft.read': channel(
    z.object({ event, page: pageId }),
    z.object({ drafts: z.record(z.string(), z.string()) }),
  ),
  'events.list': channel(nothing, z.array(eventSummarySchema)),
  /** Events whose personal data are due to be erased since a day (YYYY-MM-DD). */
  'events.due': channel(
    nothing,
    z.array(z.object({ event: z.string(), name: z.string(), since: z.string(), people: z.int() })),
  ),
  'events.create': channel(
    z.object({
      details: eventDetailsSchema.partial().required({ name: true, date: true }),
      template: z.enum(['empty', 'soteuttamo']).optional(),
    }),
    z.object({ event }),
  ),
  'events.demo': channel(nothing, z.object({ event })),
  /** An exported JSON document becomes an event of this desk again, facts and all. */
  'events.receive': channel(z.object({ bytes: base64 }), z.object({ event })),
  /**
   * An exported document joins the event it is about, fact by fact; one that is not here yet is received.
   * `dryRun` changes nothing. `before` takes the merging back; null where nothing was changed.
   */
  'events.merge': channel(
    z.object({ bytes: base64, dryRun: z.boolean().optional() }),
    z.object({
      event,
      /** It was not here: it came in whole. */
      received: z.boolean(),
      /** Facts that were not here. */
      added: z.int(),
      /** How the two went together; null where it was received. */
      told: mergeToldSchema.nullable(),
      before: backupSchema.nullable(),
    }),
  ),
  'event.state': channel(
    z.object({ event }),
    z.object({ state: stateJsonSchema, now: z.number() }),
  ),
  'event.command': channel(z.object({ event, ask: askSchema }), outcomeSchema),
  /** Sets the PIN that opens a locked reception, or takes it away (''). */
  'pin.set': channel(z.object({ event, pin: z.string().regex(/^(\d{4,8})?$/) }), outcomeSchema),
  /** Whether this is the PIN; after several wrong ones no more are tried for `waitMs`. */
  'pin.check': channel(
    z.object({ event, pin: z.string().max(20) }),
    z.object({ opened: z.boolean(), waitMs: z.number() }),
  ),
  'export.make': channel(
    z.object({
      event,
      format: z.enum(EXPORT_FORMATS),
      delimiter: z.enum([';', ',']).optional(),
      /** Of what is read by people; Finnish where it is left out. */
      language: language.optional(),
    }),
    z.object({ name: z.string(), mime: z.string(), bytes: base64, rows: z.number() }),
  ),
  ...importChannels,
  ...keepingChannels,
  ...badgeChannels,
  ...printChannels(badgeOptionsSchema, failureSchema),
  ...networkChannels(event, eventDetailsSchema.shape.questions, failureSchema),
  /** The programme as the coordinator stated it, from first to last, for instance to copy it. */
  'programme.read': channel(
    z.object({ event }),
    z.object({ name: z.string(), date: z.string(), sessions: z.array(sessionDetailsSchema) }),
  ),
  /** The figures of the other events of this desk, newest first; `locked` = how many could not be asked. */
  'figures.events': channel(
    z.object({ except: event.optional() }),
    z.object({ figures: z.array(figuresSchema), locked: z.int() }),
  ),
  ...tourChannels(failureSchema),
  /** All figures of an event as an A4 PDF. */
  'reports.event': channel(
    z.object({ event, language }),
    z.object({ pdf: base64, pages: z.int() }),
  ),
  /** The form on which guests answer on paper, A4. */
  'reports.feedbackForm': channel(
    z.object({ event, language }),
    z.object({ pdf: base64, pages: z.int() }),
  ),
  /** The run sheet on A4: the plan with room to write, or what has been. Times are the event's own. */
  'reports.runSheet': channel(
    z.object({
      event,
      language,
      kind: z.enum(['plan', 'actual']),
    }),
    z.object({ pdf: base64, pages: z.int() }),
  ),
  /** The displays of this machine; empty in a browser. */
  'stage.displays': channel(
    nothing,
    z.array(z.object({ id: z.string(), label: z.string(), primary: z.boolean() })),
  ),
  /** Opens a stage screen: a window on a display in the desktop app, else an address to open in a browser. */
  'stage.open': channel(
    z.object({
      event,
      view: z.enum(STAGE_VIEWS),
      display: z.string().optional(),
      /** One of several that sessions run in side by side; the whole house where it is left out. */
      room: z.string().max(200).optional(),
      language: language.optional(),
    }),
    z.object({ opened: z.boolean(), url: z.string() }),
  ),
} as const;

export type ChannelName = keyof typeof channels;
export type AskOf<C extends ChannelName> = z.input<(typeof channels)[C]['ask']>;
export type AnswerOf<C extends ChannelName> = z.output<(typeof channels)[C]['answer']>;

/** The one interface between any screen (or CLI verb) and a desk, over IPC, WebSocket or in memory. */
export interface Desk {
  /** Rejects with a `DeskError` when it cannot be answered. */
  ask<C extends ChannelName>(channel: C, payload: AskOf<C>): Promise<AnswerOf<C>>;
  /** Listens to one event until the returned function is called. */
  live(event: string, view: LiveView, listener: (signal: LiveSignal) => void): () => void;
}

/** A question could not be answered: unknown event, unreadable file, disk full, no connection … */
export class DeskError extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
    message: string = code,
  ) {
    super(message);
    this.name = 'DeskError';
  }

  toFailure(): Failure {
    return { code: this.code, params: this.params, message: this.message };
  }
}
