import type { Commit } from '../../shared/facts/commit';
import type { StateJson } from '../../shared/model/state';

/**
 * What the store read back is what Nuija wrote: the checksum has said so. These two look only at the
 * outline, since checking every field again would cost more than reading the files.
 */
export function writtenCommit(json: unknown): Commit {
  if (isCommit(json)) return json;
  throw new Error('the line holds no commit');
}

export function writtenState(json: unknown): StateJson {
  if (isState(json)) return json;
  throw new Error('the file holds no state');
}

function isCommit(json: unknown): json is Commit {
  return isRecord(json) && typeof json['cmd'] === 'string' && Array.isArray(json['facts']);
}

const LISTS = ['participants', 'sessions', 'marks', 'gone', 'recent'];

function isState(json: unknown): json is StateJson {
  if (!isRecord(json)) return false;
  return isRecord(json['event']) && LISTS.every((list) => Array.isArray(json[list]));
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null;
}
