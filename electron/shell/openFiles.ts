import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { DeskError } from '../../shared/contract';
import type { LocalDesk } from '../desk/desk';
import { failure } from '../desk/failure';
import { BACKUP_FILES } from './fileArguments';

/** An exported event of 10,000 people has some 20 MB. */
const LARGEST_MB = 100;

const isBackup = (file: string) => BACKUP_FILES.some((end) => end === extname(file).toLowerCase());

/**
 * Takes an event into the desk from an exported file or a backup, and answers its id. One that is here
 * already stays as it is and is only shown.
 */
export async function takeIn(desk: LocalDesk, file: string): Promise<string> {
  const bytes = await bytesOf(file);
  try {
    const { event } = isBackup(file)
      ? await desk.ask('events.openBackup', { from: { bytes } })
      : await desk.ask('events.receive', { bytes });
    return event;
  } catch (error) {
    if (error instanceof DeskError && error.code === 'event.exists') {
      return String(error.params['id']);
    }
    throw error;
  }
}

async function bytesOf(file: string): Promise<string> {
  const name = basename(file);
  try {
    if ((await stat(file)).size > LARGEST_MB * 1_000_000) {
      throw failure('file.tooLarge', { file: name, max: LARGEST_MB });
    }
    return (await readFile(file)).toString('base64');
  } catch (error) {
    if (error instanceof DeskError) throw error;
    const what = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw failure('file.unreadable', { file: name, what });
  }
}
