import { z } from 'zod';
import { DeskError } from '../../shared/contract';
import { BadgeRefusal } from '../badges/badge';
import { BackupError } from '../store/backupError';
import { HeldError } from '../store/lock';
import { SEAL_CODES, StoreError } from '../store/storeError';
import { sentenceOf, sentenceOfIssues } from './words';

/** A DeskError with its English sentence. */
export function failure(code: string, params: Record<string, string | number> = {}): DeskError {
  return new DeskError(code, params, sentenceOf(code, params));
}

/** Whatever went wrong as the one error that may cross to a screen; what is not foreseen keeps its text. */
export function asDeskError(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  if (error instanceof StoreError) {
    const area = SEAL_CODES.some((code) => code === error.code) ? 'seal' : 'store';
    return failure(`${area}.${error.code}`, { what: error.message });
  }
  if (error instanceof BackupError) {
    return failure(`backup.${error.refusal}`, { what: error.message });
  }
  if (error instanceof HeldError) return failure('store.held', { what: error.message });
  if (error instanceof BadgeRefusal) return failure(`badges.${error.reason}`, error.values);
  if (error instanceof z.ZodError)
    return failure('ask.malformed', { what: sentenceOfIssues(error) });
  return failure('unforeseen', { what: error instanceof Error ? error.message : String(error) });
}

/** Whether an event only waits for its passphrase. */
export function isLocked(error: unknown): boolean {
  return error instanceof DeskError && error.code === 'seal.locked';
}
