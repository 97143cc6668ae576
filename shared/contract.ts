import { z } from 'zod';
import { customSizeSchema } from './badges/customLayout';
import { CARD_KINDS } from './badges/cards';
import { badgeDesignSchema } from './badges/design';
import { layoutSchema } from './badges/layout';
import { askSchema } from './commands/command';
import { EXPORT_FORMATS } from './exports/formats';
import { commitSchema } from './facts/commit';
import { figuresSchema } from './figures/model';
import { backupAboutSchema, backupSchema, backupSourceSchema, driveSchema } from './model/backup';
import { eventDetailsSchema } from './model/event';
import { sessionDetailsSchema } from './model/session';
import { stateJsonSchema } from './model/state';
import { planSchema } from './intake/plan';
import { takenSchema } from './intake/taken';
import { publicParticipantSchema } from './model/public';
import { networkChannels } from './network/channels';
import { printChannels } from './print';
import { STAGE_VIEWS, stageViewSchema } from './stage/view';
import { tourChannels } from './tour/channels';
import { mergeToldSchema } from './tour/told';

const event = z.string().min(1).max(100).describe('event id');
const base64 = z.base64();
const nothing = z.object({});
/** A window or a tab's own, the same when it is loaded again. */
const pageId = z.string().min(1).max(100);
const passphrase = z.string().min(1).max(1_000);
const localised = z.object({ fi: z.string(), sv: z.string(), en: z.string() });

const ids = z.array(z.string());
export const groupAnswerSchema = z.object({
  checkedIn: ids,
  already: ids,
  left: ids,
  cancelled: ids,
});

/** Answer to a command; `reason` is a whole English sentence, `code` and `params` give it in other languages. */
export const outcomeSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** Number of the last fact that is durable. */
    seq: z.number(),
    status: z.string().optional(),
    participant: publicParticipantSchema.optional(),
    /** The event's day (YYYY-MM-DD), told when somebody was checked in on another. */
    otherDay: z.string().optional(),
    /** Of a group: what became of each, by participant id. */
    group: groupAnswerSchema.optional(),
    /** Id of the command, for undo. */
    cmd: z.string(),
  }),
  z.object({
    ok: z.literal(false),
    reason: z.string(),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    status: z.string().optional(),
    participants: z.array(publicParticipantSchema).optional(),
  }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

export const badgeOptionsSchema = z.object({
  /** Name of a layout, or `custom` for the size given beside it. */
  layout: z.string().min(1).max(100),
  custom: customSizeSchema.optional(),
  /** The printer's own offset, mm to the right and down, as found with the test sheet. */
  offset: z.tuple([z.number().min(-20).max(20), z.number().min(-20).max(20)]).optional(),
  /** First position on a half-used sheet, from 1. */
  start: z.int().min(1).max(1_000).optional(),
  /** What the badge looks like; the event's own design where it is left out. */
  design: badgeDesignSchema.optional(),
  /** Cut marks and language of the words on the badge; those of the design where they are left out. */
  cutMarks: z.boolean().optional(),
  language: z.enum(['fi', 'sv', 'en']).optional(),
});
export type BadgeSettings = z.infer<typeof badgeOptionsSchema>;

/** Who gets a badge: all who have not cancelled, those present, those without one yet, or those named. */
export const badgeWhoSchema = z.union([
  z.enum(['all', 'present', 'unprinted']),
  z.array(z.string()).max(20_000),
]);

export const importEncodingSchema = z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']);
export const importDelimiterSchema = z.enum([';', ',', '\t']);

/** A registration file as bytes, or pasted cells as text. What is not stated is recognised. */
const importSource = z.object({
  name: z.string().max(1_000),
  bytes: base64.max(140_000_000).optional(),
  text: z.string().max(20_000_000).optional(),
  encoding: importEncodingSchema.optional(),
  delimiter: importDelimiterSchema.optional(),
  sheet: z.string().max(200).optional(),
  /** The row that holds the headings, from 1; 0 = there are none. */
  headerRow: z.int().min(0).max(1_000_000).optional(),
  /** Column heading → participant field, '' = keep as an answer, '-' = leave out. */
  mapping: z.record(z.string(), z.string()).optional(),
});

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

/** What became of the files that were not sealed as the event is now. */
const resealedSchema = z.object({
  /** Older backups and damaged files kept aside that were deleted. */
  removed: z.number(),
  /** Whether a new backup was made and read back. */
  backup: z.boolean(),
});

/** How a registration file was understood. */
const importReadSchema = z.object({
  columns: z.array(
    z.object({ heading: z.string(), field: z.string(), samples: z.array(z.string()) }),
  ),
  /** '' for a workbook and for pasted cells. */
  encoding: z.union([importEncodingSchema, z.literal('')]),
  /** '' for a workbook. */
  delimiter: z.union([importDelimiterSchema, z.literal('')]),
  sheets: z.array(z.string()),
  sheet: z.string(),
  /** The row that holds the headings, from 1; 0 = there are none. */
  headerRow: z.int(),
  /** The first filled rows, any of which may hold the headings. */
  top: z.array(z.object({ row: z.int(), cells: z.string() })),
});

/** Read-out of a file before anything is written, in the person's terms. */
export const importPreviewSchema = importReadSchema.extend({ plan: planSchema });
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** What an import did: everybody it added or updated is in the event, so only their numbers are told. */
export const importDoneSchema = importReadSchema.extend({
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  conflicts: planSchema.shape.conflicts,
  rejected: planSchema.shape.rejected,
  outcome: outcomeSchema,
});

/** How far an import is: `share` of the whole, 0–1. From `saving` on it can only be undone. */
export const importProgressSchema = z.object({
  phase: z.enum(['none', 'reading', 'matching', 'saving']),
  share: z.number(),
});
export type ImportProgress = z.infer<typeof importProgressSchema>;

/** Chosen by the asker, so that a second question can be about the first while it runs. */
const importJob = z.string().min(1).max(100);
const badgeJob = importJob;

/** How a failure crosses; `code` is a key under `error.` in the locales. */
export const failureSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

/** Something about an event's files that a person has to know, in whole sentences. */
export const noticeSchema = z.object({
  event: z.string(),
  /** Empty where the event cannot be opened. */
  name: z.string(),
  says: z.array(failureSchema),
  /** It cannot be opened as it is; its backups can be listed and restored nevertheless. */
  closed: z.boolean().optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

const channel = <A extends z.ZodType, B extends z.ZodType>(ask: A, answer: B) => ({ ask, answer });

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
  'app.language': channel(z.object({ language: z.enum(['fi', 'sv', 'en']) }), nothing),
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
  /** Tries whether the desk can save again: resolves once all it knows is durable, else says why not. */
  'event.save': channel(z.object({ event }), nothing),
  /** Takes personal data out of an event and all its files for good; the figures stay. */
  'event.erase': channel(
    z.object({ event, confirm: z.string().max(1_000).describe("the event's name, as typed") }),
    z.object({
      /** Whose data are gone. */
      people: z.int(),
      /** Files that are gone, by their paths in the event's folder: backups, damaged ones kept aside. */
      removed: z.array(z.string()),
      /** What was searched for afterwards, and in which files some of it was still found. */
      searched: z.object({
        files: z.int(),
        bytes: z.int(),
        texts: z.int(),
        left: z.array(z.object({ file: z.string(), texts: z.int() })),
      }),
    }),
  ),
  /** Whether the event has a passphrase, and whether this desk has its key at the moment. */
  'event.protection': channel(
    z.object({ event }),
    z.object({ sealed: z.boolean(), open: z.boolean() }),
  ),
  /** The key stays in the desk's memory until `event.lock` or the desk ends. One that is open stays open. */
  'event.unlock': channel(z.object({ event, passphrase }), nothing),
  'event.lock': channel(z.object({ event }), nothing),
  /** Sets or changes the passphrase; `old` where there is one. All files are sealed anew under a new key. */
  'event.setPassphrase': channel(
    z.object({ event, passphrase, old: passphrase.optional() }),
    resealedSchema,
  ),
  'event.removePassphrase': channel(z.object({ event, passphrase }), resealedSchema),
  /** Sets the PIN that opens a locked reception, or takes it away (''). */
  'pin.set': channel(z.object({ event, pin: z.string().regex(/^(\d{4,8})?$/) }), outcomeSchema),
  /** Whether this is the PIN; after several wrong ones no more are tried for `waitMs`. */
  'pin.check': channel(
    z.object({ event, pin: z.string().max(20) }),
    z.object({ opened: z.boolean(), waitMs: z.number() }),
  ),
  'import.preview': channel(
    z.object({ event, source: importSource, job: importJob.optional() }),
    importPreviewSchema,
  ),
  'import.apply': channel(
    z.object({
      event,
      source: importSource,
      /** The conflicts in which the file's value is taken; in all others the desk's stays. */
      take: takenSchema.optional(),
      job: importJob.optional(),
    }),
    importDoneSchema,
  ),
  'import.progress': channel(z.object({ job: importJob }), importProgressSchema),
  /** Gives a preview or an import up; `cancelled` is false when it is too late or there is none. */
  'import.cancel': channel(z.object({ job: importJob }), z.object({ cancelled: z.boolean() })),
  'export.make': channel(
    z.object({
      event,
      format: z.enum(EXPORT_FORMATS),
      delimiter: z.enum([';', ',']).optional(),
      /** Of what is read by people; Finnish where it is left out. */
      language: z.enum(['fi', 'sv', 'en']).optional(),
    }),
    z.object({ name: z.string(), mime: z.string(), bytes: base64, rows: z.number() }),
  ),
  /** An event's backups, the newest first; also of one that cannot be opened. */
  'backups.list': channel(
    z.object({ event }),
    z.object({
      backups: z.array(backupSchema),
      /** Why the last one could not be made. */
      trouble: failureSchema.nullable(),
    }),
  ),
  'backups.make': channel(z.object({ event }), backupSchema),
  /** Reads a backup whole; `detail` says in English what is wrong with it. */
  'backups.check': channel(
    z.object({ event, name: z.string().max(200) }),
    z.object({ ok: z.boolean(), detail: z.string() }),
  ),
  /** `before` takes the restoring back; it is null where the files were damaged, which are kept `aside`. */
  'backups.restore': channel(
    z.object({
      event,
      from: z.union([z.strictObject({ name: z.string().max(200) }), backupSourceSchema]),
    }),
    z.object({
      restored: z.object({
        at: z.number(),
        seq: z.number(),
        about: backupAboutSchema.nullable(),
      }),
      before: backupSchema.nullable(),
      aside: z.array(z.string()),
    }),
  ),
  /** A backup as a file to keep elsewhere; without a name, of how things stand now. */
  'backups.read': channel(
    z.object({ event, name: z.string().max(200).optional() }),
    z.object({ name: z.string(), mime: z.string(), bytes: base64 }),
  ),
  /** Copies how things stand now to a drive that is plugged in at the desk's machine. */
  'backups.copy': channel(
    z.object({ event, drive: z.string().max(1_000) }),
    z.object({ path: z.string(), backup: backupSchema }),
  ),
  /** The USB sticks at the desk's machine, with the backups on them. */
  'drives.list': channel(nothing, z.array(driveSchema)),
  /** A backup becomes an event of this desk; one that is here already is never overwritten. */
  'events.openBackup': channel(z.object({ from: backupSourceSchema }), z.object({ event })),
  'badges.layouts': channel(
    nothing,
    z.array(
      z.object({
        name: z.string(),
        label: localised,
        family: layoutSchema.shape.family,
        /** Width and height of the medium as it feeds, mm. */
        page: z.tuple([z.number(), z.number()]),
        endless: z.boolean(),
        /** Width and height of one side of a badge as it is read, mm. */
        badge: z.tuple([z.number(), z.number()]),
        turn: layoutSchema.shape.turn,
        columns: z.int(),
        rows: z.int(),
        /** Where the first badge begins, and the space between neighbours, mm. */
        left: z.number(),
        top: z.number(),
        gutter: z.tuple([z.number(), z.number()]),
        perPage: z.number(),
        sides: layoutSchema.shape.sides,
        back: layoutSchema.shape.back,
        ink: layoutSchema.shape.ink,
        /** How sure the measures are. */
        measures: layoutSchema.shape.measures,
      }),
    ),
  ),
  'badges.render': channel(
    z.object({
      event,
      settings: badgeOptionsSchema,
      who: badgeWhoSchema,
      job: badgeJob.optional(),
      /** Only the first so many of them, for a look at what they will be like. */
      first: z.int().min(1).optional(),
    }),
    z.object({
      pdf: base64,
      badges: z.number(),
      /** How many badges it would be without `first`. */
      of: z.number(),
      pages: z.number(),
      /** The participants whose badges these are. */
      participants: z.array(z.string()),
      warnings: z.array(
        z.object({ code: z.string(), name: z.string(), kind: z.string(), detail: z.string() }),
      ),
    }),
  ),
  /** What the badges of an event look like, for instance to copy it. */
  'badges.design': channel(
    z.object({ event }),
    z.object({
      name: z.string(),
      layout: z.string(),
      size: eventDetailsSchema.shape.badgeSize,
      design: badgeDesignSchema,
      logo: eventDetailsSchema.shape.badgeLogo,
    }),
  ),
  /** Papers beside the badges. Cards are made for those named, else for the people of the programme. */
  'badges.document': channel(
    z.object({
      event,
      kind: z.enum(CARD_KINDS),
      language: z.enum(['fi', 'sv', 'en']).optional(),
      who: badgeWhoSchema.optional(),
    }),
    z.object({
      pdf: base64,
      pages: z.int(),
      /** People on the paper, or pieces of it. */
      count: z.int(),
      warnings: z.array(
        z.object({ code: z.string(), name: z.string(), kind: z.string(), detail: z.string() }),
      ),
    }),
  ),
  /** How many badges of a job are drawn; `of` is 0 when there is no such job. */
  'badges.progress': channel(z.object({ job: badgeJob }), z.object({ done: z.int(), of: z.int() })),
  /** Gives a job up; `cancelled` is false when it is finished or there is none. */
  'badges.cancel': channel(z.object({ job: badgeJob }), z.object({ cancelled: z.boolean() })),
  /** Rulers, frames of all badges and words on what to measure and enter as the printer's offset. */
  'badges.testSheet': channel(
    badgeOptionsSchema.pick({ layout: true, custom: true, offset: true }),
    z.object({ pdf: base64, pages: z.int() }),
  ),
  ...printChannels(badgeOptionsSchema, failureSchema),
  ...networkChannels(event, eventDetailsSchema.shape.questions, failureSchema),
  /** The programme as the coordinator stated it, from first to last, for instance to copy it. */
  'programme.read': channel(
    z.object({ event }),
    z.object({ name: z.string(), date: z.string(), sessions: z.array(sessionDetailsSchema) }),
  ),
  /** The run sheet on A4: the plan with room to write, or what has been. Times are the event's own. */
  /** The figures of the other events of this desk, newest first; `locked` = how many could not be asked. */
  'figures.events': channel(
    z.object({ except: event.optional() }),
    z.object({ figures: z.array(figuresSchema), locked: z.int() }),
  ),
  ...tourChannels(failureSchema),
  /** All figures of an event as an A4 PDF. */
  'reports.event': channel(
    z.object({ event, language: z.enum(['fi', 'sv', 'en']) }),
    z.object({ pdf: base64, pages: z.int() }),
  ),
  /** The form on which guests answer on paper, A4. */
  'reports.feedbackForm': channel(
    z.object({ event, language: z.enum(['fi', 'sv', 'en']) }),
    z.object({ pdf: base64, pages: z.int() }),
  ),
  'reports.runSheet': channel(
    z.object({
      event,
      language: z.enum(['fi', 'sv', 'en']),
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
      language: z.enum(['fi', 'sv', 'en']).optional(),
    }),
    z.object({ opened: z.boolean(), url: z.string() }),
  ),
} as const;

export type ChannelName = keyof typeof channels;
export type AskOf<C extends ChannelName> = z.input<(typeof channels)[C]['ask']>;
export type AnswerOf<C extends ChannelName> = z.output<(typeof channels)[C]['answer']>;

/** A stretch in which the desk's machine slept, by the desk's clock. */
const sleptSchema = z.object({ from: z.number(), to: z.number() });
export type Slept = z.infer<typeof sleptSchema>;

/** What a screen that listens is told: the state at once, then each commit; or the stage's projection. */
export const frameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), state: stateJsonSchema, now: z.number() }),
  z.object({ type: z.literal('commit'), commit: commitSchema, now: z.number() }),
  z.object({ type: z.literal('stage'), view: stageViewSchema, now: z.number() }),
  /** Sent every second so that a screen notices within three when the desk is gone. */
  z.object({
    type: z.literal('alive'),
    now: z.number(),
    /** Why the desk cannot save at the moment; told to desks only. */
    notSaving: failureSchema.optional(),
    /** Why the last backup could not be made, though everything is saved; told to desks only. */
    notBackedUp: failureSchema.optional(),
    /** From when until when the desk's machine slept last, while a turn may have run; told to desks only. */
    slept: sleptSchema.optional(),
  }),
]);
export type Frame = z.infer<typeof frameSchema>;

/** Which frames a listener gets: everything, or only what may be seen on a stage. */
export type LiveView = 'desk' | 'stage';

/** What the transport itself says of the line: `lost` until the next frame. */
export type LiveSignal = Frame | { type: 'lost' };

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
