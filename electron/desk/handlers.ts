import type { z } from 'zod';
import { channels } from '../../shared/contract';
import type { AnswerOf, AskOf, ChannelName } from '../../shared/contract';
import { stateToJson } from '../../shared/model/state';
import { buildInfo } from '../buildInfo';
import type { DrawSheet } from '../reports/sheet';
import type { Disk } from '../store/disk';
import type { DrawCards } from '../badges/cards/cards';
import { renderCards } from './badgeCards';
import { renderEventBadges } from './badgeSheet';
import type { Backups } from './backups';
import { BadgeJobs } from './badgeJobs';
import type { DrawBadges, DrawTestSheet } from './badgeSheet';
import { checked } from './checked';
import type { Clock } from './clock';
import { diagnosticsOf } from './diagnostics';
import type { EventShelf } from './eventShelf';
import type { Merging } from './merging';
import { ImportJobs } from './importJobs';
import { exportEvent, receiveDocument } from './documents';
import { eraseEvent } from './erase';
import type { Passphrases } from './passphrases';
import { printHandlers } from './printHandlers';
import type { PrintRoom } from './printHandlers';
import type { openNetwork } from './network';
import { hashOf, PinDoor } from './pin';
import { PageDrafts } from './pageDrafts';
import { programmeOf } from './programme';
import { dueEvents } from './retention';
import { figuresOfEvents, summaries } from './summaries';
import { readTour } from './tour';

/** How stage screens are opened: windows in the desktop app, an address elsewhere. */
export interface StageDoor {
  displays(): Promise<AnswerOf<'stage.displays'>>;
  open(asked: z.output<(typeof channels)['stage.open']['ask']>): Promise<AnswerOf<'stage.open'>>;
}

interface Surroundings {
  /** Hears in which language the pages speak. */
  spoken?: (language: AskOf<'app.language'>['language']) => void;
  /** The last lines of the log. */
  logged(): readonly string[];
  disk: Disk;
  dataFolder: string;
  desk: string;
  host: AnswerOf<'app.info'>['host'];
  version: string;
  stage: StageDoor;
  shelf: EventShelf;
  backups: Backups;
  merging: Merging;
  passphrases: Passphrases;
  clock: Clock;
  draw: DrawBadges;
  drawTestSheet: DrawTestSheet;
  drawSheet: DrawSheet;
  drawCards: DrawCards;
  print: PrintRoom;
  network: ReturnType<typeof openNetwork>['handlers'];
}

/** One function per channel; each checks what it is given before it does anything. */
export type Handlers = {
  [C in ChannelName]: (payload: unknown) => Promise<AnswerOf<C>>;
};

/** What a desk does for each channel of the contract. */
export function createHandlers(around: Surroundings): Handlers {
  const { shelf, backups, passphrases, clock } = around;
  const jobs = new ImportJobs();
  const badgeJobs = new BadgeJobs();
  const pins = new PinDoor();
  const drafts = new PageDrafts();
  const build = buildInfo();
  return {
    'app.info': checked(channels['app.info'], async () => ({
      version: around.version,
      desk: around.desk,
      dataFolder: around.dataFolder,
      host: around.host,
      built: build.built,
      releases: build.releases,
      problems: [...shelf.notices],
    })),
    'app.diagnostics': checked(channels['app.diagnostics'], async () => ({
      text: await diagnosticsOf(around),
    })),
    'app.language': checked(channels['app.language'], async ({ language }) => {
      around.spoken?.(language);
      return {};
    }),
    'draft.keep': checked(channels['draft.keep'], async (asked) => {
      drafts.keep(asked);
      return {};
    }),
    'draft.read': checked(channels['draft.read'], async (asked) => drafts.read(asked)),
    'events.list': checked(channels['events.list'], () => summaries(shelf)),
    'events.due': checked(channels['events.due'], () => dueEvents(shelf, clock.now())),
    'events.create': checked(channels['events.create'], async ({ details, template }) => {
      const { beginEvent } = await import('./beginning');
      const { id, facts } = beginEvent(details, template ?? 'empty', shelf.lots());
      await shelf.begin(id, 'event.create', facts);
      return { event: id };
    }),
    'events.demo': checked(channels['events.demo'], async () => {
      const { beginSample } = await import('./beginning');
      const { id, facts } = beginSample(localDate(clock.now()), shelf.lots());
      await shelf.begin(id, 'event.create', facts);
      return { event: id };
    }),
    'events.receive': checked(channels['events.receive'], ({ bytes }) =>
      receiveDocument(shelf, Buffer.from(bytes, 'base64')),
    ),
    'events.merge': checked(channels['events.merge'], ({ bytes, dryRun = false }) =>
      around.merging.merge(Buffer.from(bytes, 'base64'), dryRun),
    ),
    'event.state': checked(channels['event.state'], async ({ event }) => ({
      state: stateToJson((await shelf.open(event)).state),
      now: clock.now(),
    })),
    'event.command': checked(channels['event.command'], async ({ event, ask }) =>
      (await shelf.open(event)).commit(ask),
    ),
    'event.save': checked(channels['event.save'], async ({ event }) => {
      await (await shelf.open(event)).save();
      return {};
    }),
    'event.erase': checked(channels['event.erase'], async ({ event, confirm }) => {
      const erased = await eraseEvent({ ...around, now: () => clock.now() }, event, confirm);
      drafts.forget(event);
      await around.print.printing.forget(event);
      return erased;
    }),
    'event.protection': checked(channels['event.protection'], ({ event }) =>
      passphrases.protection(event),
    ),
    'event.unlock': checked(channels['event.unlock'], async ({ event, passphrase }) => {
      await passphrases.unlock(event, passphrase);
      return {};
    }),
    'event.lock': checked(channels['event.lock'], async ({ event }) => {
      await passphrases.lock(event);
      drafts.forget(event);
      return {};
    }),
    'event.setPassphrase': checked(channels['event.setPassphrase'], ({ event, passphrase, old }) =>
      passphrases.set(event, passphrase, old),
    ),
    'event.removePassphrase': checked(channels['event.removePassphrase'], ({ event, passphrase }) =>
      passphrases.remove(event, passphrase),
    ),
    'pin.set': checked(channels['pin.set'], async ({ event, pin }) => {
      const hash = pin === '' ? '' : await hashOf(pin);
      return (await shelf.open(event)).commit({ command: { type: 'event.setPin', hash } });
    }),
    'pin.check': checked(channels['pin.check'], async ({ event, pin }) =>
      pins.check(event, pin, (await shelf.open(event)).state.event.pinHash, performance.now()),
    ),
    'import.preview': checked(channels['import.preview'], async ({ event, source, job }) =>
      jobs.carryOut(job, async (work) => {
        const { previewImport } = await import('./registrations');
        return previewImport(await shelf.open(event), source, work);
      }),
    ),
    'import.apply': checked(channels['import.apply'], async ({ event, job, ...asked }) =>
      jobs.carryOut(job, async (work) => {
        const { applyImport } = await import('./registrations');
        return applyImport(await shelf.open(event), asked, work, () => backups.beforeImport(event));
      }),
    ),
    'import.progress': checked(channels['import.progress'], async ({ job }) => jobs.progress(job)),
    'import.cancel': checked(channels['import.cancel'], async ({ job }) => ({
      cancelled: jobs.cancel(job),
    })),
    'export.make': checked(channels['export.make'], async ({ event, ...wanted }) =>
      exportEvent(await shelf.open(event), wanted, clock.now(), around.drawSheet),
    ),
    'backups.list': checked(channels['backups.list'], ({ event }) => backups.list(event)),
    'backups.make': checked(channels['backups.make'], ({ event }) => backups.make(event)),
    'backups.check': checked(channels['backups.check'], (asked) => backups.check(asked)),
    'backups.restore': checked(channels['backups.restore'], (asked) => backups.restore(asked)),
    'backups.read': checked(channels['backups.read'], (asked) => backups.read(asked)),
    'backups.copy': checked(channels['backups.copy'], (asked) => backups.copy(asked)),
    'drives.list': checked(channels['drives.list'], () => backups.drives()),
    'events.openBackup': checked(channels['events.openBackup'], (asked) => backups.open(asked)),
    'badges.layouts': checked(channels['badges.layouts'], async () => {
      const { listLayouts } = await import('../badges/layout');
      return listLayouts();
    }),
    'badges.render': checked(
      channels['badges.render'],
      async ({ event, settings, who, job, first }) =>
        badgeJobs.carryOut(job, async (work) =>
          renderEventBadges(
            around.draw,
            (await shelf.open(event)).state,
            { ...settings, first },
            who,
            work,
          ),
        ),
    ),
    'badges.design': checked(channels['badges.design'], async ({ event }) => {
      const { name, badgeLayout, badgeSize, badgeDesign, badgeLogo } = (await shelf.open(event))
        .state.event;
      return { name, layout: badgeLayout, size: badgeSize, design: badgeDesign, logo: badgeLogo };
    }),
    'badges.document': checked(channels['badges.document'], async ({ event, ...asked }) =>
      renderCards(around.drawCards, (await shelf.open(event)).state, asked, clock.now()),
    ),
    'badges.progress': checked(channels['badges.progress'], async ({ job }) =>
      badgeJobs.progress(job),
    ),
    'badges.cancel': checked(channels['badges.cancel'], async ({ job }) => ({
      cancelled: badgeJobs.cancel(job),
    })),
    'badges.testSheet': checked(channels['badges.testSheet'], async (asked) => {
      const { pdf, pages } = await around.drawTestSheet(asked);
      return { pdf: Buffer.from(pdf).toString('base64'), pages };
    }),
    'programme.read': checked(channels['programme.read'], async ({ event }) =>
      programmeOf((await shelf.open(event)).state),
    ),
    'figures.events': checked(channels['figures.events'], ({ except = '' }) =>
      figuresOfEvents(shelf, except, clock.now()),
    ),
    'tour.read': checked(channels['tour.read'], ({ files }) => readTour(shelf, files, clock.now())),
    'tour.workbook': checked(channels['tour.workbook'], async ({ figures, language }) => {
      const { tourFile } = await import('../exchange/tour/file');
      return tourFile(figures, language);
    }),
    'reports.event': checked(channels['reports.event'], async ({ event, language }) => {
      const { reportOf } = await import('../reports/reportOf');
      const report = reportOf((await shelf.open(event)).state, language, clock.now());
      const { pdf, pages } = await around.drawSheet({ report });
      return { pdf: Buffer.from(pdf).toString('base64'), pages };
    }),
    'reports.feedbackForm': checked(
      channels['reports.feedbackForm'],
      async ({ event, language }) => {
        const { feedbackFormOf } = await import('../reports/feedbackForm');
        const form = feedbackFormOf((await shelf.open(event)).state, language);
        const { pdf, pages } = await around.drawSheet({ form });
        return { pdf: Buffer.from(pdf).toString('base64'), pages };
      },
    ),
    'reports.runSheet': checked(channels['reports.runSheet'], async ({ event, ...wanted }) => {
      const { runSheetOf } = await import('../reports/runSheetRows');
      const sheet = runSheetOf((await shelf.open(event)).state, { ...wanted, now: clock.now() });
      const { pdf, pages } = await around.drawSheet({ sheet });
      return { pdf: Buffer.from(pdf).toString('base64'), pages };
    }),
    ...printHandlers(around.print),
    ...around.network,
    'stage.displays': checked(channels['stage.displays'], () => around.stage.displays()),
    'stage.open': checked(channels['stage.open'], async (asked) => {
      await shelf.open(asked.event);
      return around.stage.open(asked);
    }),
  };
}

/** The day where this machine stands, YYYY-MM-DD. */
function localDate(now: number): string {
  const day = new Date(now);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
