import { z } from 'zod';
import { customSizeSchema } from './badges/customLayout';

/** Why a badge does not come out, in the order in which it is worth telling. */
export const TROUBLES = [
  /** The system has no printer of that name, or has one no more. */
  'no-printer',
  /** The system's print service does not answer. */
  'no-spooler',
  /** The printer's settings know no medium of the badge's size. */
  'no-paper-size',
  'paper-jam',
  'paper-out',
  'door-open',
  'ink-out',
  'output-full',
  /** Switched off, unplugged or out of reach. */
  'no-contact',
  /** Somebody has stopped the printer in the system's settings. */
  'paused',
  /** The printer takes no jobs at the moment. */
  'not-accepting',
  'needs-attention',
  /** The system or the printer has given the job up, or somebody has taken it away there. */
  'given-up',
  /** Nuija ended while the job was being handed over: nobody knows whether it came out. */
  'interrupted',
  /** The system does not know the job any more: nobody knows whether it came out. */
  'forgotten',
] as const;
export const troubleSchema = z.enum(TROUBLES);
export type Trouble = z.infer<typeof troubleSchema>;

/** Edges along which a sheet can be turned for its back. */
export const edgeSchema = z.enum(['long-edge', 'short-edge']);
export type Edge = z.infer<typeof edgeSchema>;

/** Sheets whose fronts are out and which a person turns, because their printer cannot. */
export const turnSchema = z.object({
  edge: edgeSchema,
  sheets: z.int().min(1),
  /** Whose badge comes first on the first sheet and on the last one, by id. */
  first: z.string(),
  last: z.string(),
});
export type Turn = z.infer<typeof turnSchema>;

/** Why somebody gets another badge; told with the fact, and counted with the badge. */
export const REPRINT_REASONS = ['lost', 'damaged', 'wrong', 'other'] as const;
export const reprintReasonSchema = z.enum(REPRINT_REASONS);
export type ReprintReason = z.infer<typeof reprintReasonSchema>;

/** A printer by the name under which the system keeps it. */
const printer = z.string().min(1).max(300);
const layout = z.string().min(1).max(100);
const job = z.ulid();

/** Millimetres to the right and down by which everything is moved. */
export const offsetSchema = z.tuple([z.number().min(-20).max(20), z.number().min(-20).max(20)]);

export const printerSchema = z.object({
  name: printer,
  /** As its owner described it; often the model. */
  description: z.string(),
  place: z.string(),
  /** The system's own default; Nuija prints on it only where somebody has chosen it. */
  isDefault: z.boolean(),
  state: z.enum(['idle', 'printing', 'stopped']),
  troubles: z.array(troubleSchema),
  /** What the printer says of itself, in its own words. */
  says: z.string(),
  /** How it turns a sheet to print the back by itself; empty where it prints one side, or does not say. */
  turns: z.array(edgeSchema),
});
export type Printer = z.infer<typeof printerSchema>;

/** What is kept on this machine of its printers; nothing of it belongs to an event. */
export const printSettingsSchema = z.object({
  /** Layout → the printer its badges go to. */
  printers: z.record(layout, printer),
  offsets: z.array(z.object({ printer, layout, mm: offsetSchema })),
});
export type PrintSettings = z.infer<typeof printSettingsSchema>;

/**
 * Where a badge is on its way. Open: `making` (drawn and handed over), `queued`, `printing`, `held` (the printer
 * waits for somebody; it goes on by itself). To be decided: `failed`, `unclear` (did it come out?) and `turn`
 * (the fronts are out; somebody turns the sheets and has the backs printed). Over: `printed`, `cancelled`.
 */
export const PRINT_PHASES = [
  'making',
  'queued',
  'printing',
  'held',
  'failed',
  'unclear',
  'turn',
  'printed',
  'cancelled',
] as const;
export type PrintPhase = (typeof PRINT_PHASES)[number];

/** Phases in which something still happens by itself. */
export const isOpen = (phase: PrintPhase): boolean =>
  phase === 'making' || phase === 'queued' || phase === 'printing' || phase === 'held';

/** Phases in which the badge is not on the to-print list any more. */
export const isOver = (phase: PrintPhase): boolean => phase === 'printed' || phase === 'cancelled';

/** What could not be set on a badge as it should be: `kind` as in `BadgeWarning`. */
export const badgeWarningSchema = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  detail: z.string(),
});

const jobSchema = <F extends z.ZodType>(failure: F) =>
  z.object({
    id: job,
    event: z.string(),
    /** Ids of the participants whose badges these are. */
    who: z.array(z.string()),
    printer,
    layout,
    askedAt: z.number(),
    again: reprintReasonSchema.nullable(),
    phase: z.enum(PRINT_PHASES),
    troubles: z.array(troubleSchema),
    /** What the printer or the system says of it, in its own words. */
    says: z.string(),
    /** Why Nuija itself could not make the badges. */
    failure: failure.nullable(),
    /** What is to be turned by hand, in the phase `turn`. */
    turn: turnSchema.nullable(),
    /** What to look at before the badges are handed out, once they are drawn; of all of them where `code` is ''. */
    warnings: z.array(badgeWarningSchema),
  });
export type PrintJob = Omit<z.infer<ReturnType<typeof jobSchema<z.ZodNull>>>, 'failure'>;

const channel = <A extends z.ZodType, B extends z.ZodType>(ask: A, answer: B) => ({ ask, answer });

/** The questions about printing; `settings` and `failure` are the contract's own schemas. */
export const printChannels = <S extends z.ZodType, F extends z.ZodType>(
  settings: S,
  failure: F,
) => {
  const answer = jobSchema(failure);
  return {
    /** The printers of the desk's machine; `spooler` is what keeps them there. */
    'print.printers': channel(
      z.object({}),
      z.object({
        spooler: z.enum(['cups', 'windows', 'none']),
        printers: z.array(printerSchema),
        /** Why they cannot be listed although there is a spooler, in its own words. */
        problem: z.string(),
      }),
    ),
    'print.settings': channel(z.object({}), printSettingsSchema),
    /** The printer to which a layout's badges go; null = none, and the PDF is handed to a person. */
    'print.choose': channel(z.object({ layout, printer: printer.nullable() }), printSettingsSchema),
    /** By how much a printer is off with a layout; [0, 0] where it prints straight. */
    'print.calibrate': channel(
      z.object({ printer, layout, mm: offsetSchema }),
      printSettingsSchema,
    ),
    /** Prints the test sheet of a layout, moved by what the printer is known to be off; it is on no list. */
    'print.testSheet': channel(
      z.object({ printer, layout, custom: customSizeSchema.optional() }),
      z.object({}),
    ),
    /** Puts badges on the to-print list and prints them; without a printer, on the one chosen for the layout. */
    'print.send': channel(
      z.object({
        event: z.string().min(1).max(100),
        who: z.array(z.string().min(1).max(400)).min(1).max(20_000),
        settings,
        printer: printer.optional(),
        again: reprintReasonSchema.optional(),
        /** The asker's own: asked twice, it is printed once. */
        id: job.optional(),
      }),
      answer,
    ),
    /** The to-print list of an event (or of all) on this desk, and what was printed or cancelled last. */
    'print.jobs': channel(
      z.object({ event: z.string().max(100).optional() }),
      z.object({ jobs: z.array(answer) }),
    ),
    /** Prints again what has not come out, on another printer if one is named. */
    'print.retry': channel(z.object({ job, printer: printer.optional() }), answer),
    /** Takes badges off the list and out of the printer's queue. One that has come out meanwhile is counted. */
    'print.cancel': channel(z.object({ job }), answer),
    /**
     * What a person says of an unclear one: it came out, or it did not and is printed again. Of one that waits
     * to be turned: the fronts are enough, or all is printed again.
     */
    'print.settle': channel(z.object({ job, cameOut: z.boolean() }), answer),
    /** The sheets are turned and lie in the printer; `top` is the one that it takes first. */
    'print.backs': channel(z.object({ job, top: z.enum(['first', 'last']) }), answer),
  } as const;
};
