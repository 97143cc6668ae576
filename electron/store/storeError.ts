/**
 * Why the store could not do what was asked.
 * `disk-full` no room left · `denied` the system refuses access · `io` any other disk error ·
 * `broken` a failed sync: nothing is taken until `recover()` · `damaged` a file is not what was written ·
 * `lost` the history was damaged once and is not whole · `empty` a folder holds nothing of an event ·
 * `newer` a file of a later version of Nuija · `order` commits out of sequence · `closed` after `close()` ·
 * `bad-id` not an event id · `locked` the file is sealed and no passphrase was given · `tampered` a sealed text
 * is not what was sealed for that place.
 */
export type StoreErrorCode =
  | 'disk-full'
  | 'denied'
  | 'io'
  | 'broken'
  | 'damaged'
  | 'lost'
  | 'empty'
  | 'newer'
  | 'order'
  | 'closed'
  | 'bad-id'
  | SealErrorCode;

/**
 * Why a sealed event could not be opened. `locked` no passphrase was given yet · `tampered` a sealed text is
 * not what was sealed for that place · `wrong` another passphrase · `noKey` the file with the key is missing,
 * damaged, or not the one for these files.
 */
export const SEAL_CODES = ['locked', 'tampered', 'wrong', 'noKey'] as const;
export type SealErrorCode = (typeof SEAL_CODES)[number];

/** The one error type of the store; `path` names the file, `cause` keeps the system's own error. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly path: string | null;

  constructor(code: StoreErrorCode, message: string, path: string | null = null, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.code = code;
    this.path = path;
  }
}

/** The system's own code of an error ('ENOENT', 'ENOSPC' …), or null if it has none. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

const codes: Record<string, StoreErrorCode> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
};

const advice: Partial<Record<StoreErrorCode, string>> = {
  'disk-full': 'the disk is full: make room and try again',
  denied: 'the system does not allow it: check the rights of the data folder',
};

/** Any error of a disk operation as a StoreError that says what was being done and to which file. */
export function asStoreError(error: unknown, doing: string, path: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = codes[systemCode(error) ?? ''] ?? 'io';
  const why = advice[code] ?? (error instanceof Error ? error.message : String(error));
  return new StoreError(code, `${doing} ${path}: ${why}`, path, error);
}
