import { randomBytes } from 'node:crypto';

/** A mark for a history of facts, so that files of two histories are never taken for one. */
export const newHistory = () => randomBytes(8).toString('hex');
