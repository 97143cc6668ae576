import { useCallback, useEffect, useState } from 'react';
import type { AnswerOf, Failure } from '../../../../shared/contract';
import type { Backup, Drive } from '../../../../shared/model/backup';
import { useDesk } from '../../../desk/DeskContext';
import { useEventDesk } from '../../../desk/EventDesk';
import { failureOf } from '../../../desk/replica';
import { fromBase64 } from '../../../parts/bytes';
import { download } from '../../../parts/download';

/** What was done last, to be told in place. */
export type Deed =
  | { did: 'made'; backup: Backup }
  | { did: 'copied'; drive: string; path: string }
  | { did: 'saved'; name: string }
  | { did: 'restored'; answer: AnswerOf<'backups.restore'> };

/** The backups of the event on the screen, and what can be done with them. */
export interface BackupShelf {
  backups: readonly Backup[] | undefined;
  drives: readonly Drive[] | undefined;
  /** Why the desk could not make the last one by itself. */
  trouble: Failure | null;
  /** What is under way: `make`, `save`, `look`, `copy <drive>` or `restore <name>`. */
  busy: string | undefined;
  deed: Deed | undefined;
  failure: Failure | undefined;
  make(): void;
  save(): void;
  copy(drive: Drive): void;
  restore(name: string): void;
  /** Looks for sticks again. */
  look(): void;
}

export function useBackups(): BackupShelf {
  const desk = useDesk();
  const { eventId } = useEventDesk();
  const [listed, setListed] = useState<AnswerOf<'backups.list'>>();
  const [drives, setDrives] = useState<readonly Drive[]>();
  const [busy, setBusy] = useState<string>();
  const [deed, setDeed] = useState<Deed>();
  const [failure, setFailure] = useState<Failure>();

  const list = useCallback(
    async () => setListed(await desk.ask('backups.list', { event: eventId })),
    [desk, eventId],
  );
  const look = useCallback(async () => setDrives(await desk.ask('drives.list', {})), [desk]);

  useEffect(() => {
    list().catch((error: unknown) => setFailure(failureOf(error)));
    look().catch((error: unknown) => setFailure(failureOf(error)));
  }, [list, look]);

  const run = async (what: string, work: () => Promise<Deed | undefined>) => {
    setBusy(what);
    setFailure(undefined);
    setDeed(undefined);
    try {
      setDeed(await work());
      await list();
    } catch (error) {
      setFailure(failureOf(error));
    }
    setBusy(undefined);
  };

  return {
    backups: listed?.backups,
    drives,
    trouble: listed?.trouble ?? null,
    busy,
    deed,
    failure,
    make: () =>
      void run('make', async () => ({
        did: 'made',
        backup: await desk.ask('backups.make', { event: eventId }),
      })),
    save: () =>
      void run('save', async () => {
        const { name, mime, bytes } = await desk.ask('backups.read', { event: eventId });
        download(fromBase64(bytes, mime), name);
        return { did: 'saved', name };
      }),
    copy: (drive) =>
      void run(`copy ${drive.path}`, async () => {
        const { path } = await desk.ask('backups.copy', { event: eventId, drive: drive.path });
        await look();
        return { did: 'copied', drive: drive.name, path };
      }),
    restore: (name) =>
      void run(`restore ${name}`, async () => {
        const answer = await desk.ask('backups.restore', { event: eventId, from: { name } });
        return { did: 'restored', answer };
      }),
    look: () =>
      void run('look', async () => {
        await look();
        return undefined;
      }),
  };
}
