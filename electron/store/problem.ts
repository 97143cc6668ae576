/**
 * What was found wrong with a file.
 * `checksum` the bytes are not those that were written · `gap` facts are missing before this line ·
 * `unreadable` sound bytes that this program cannot read · `torn-tail` the file ends in the middle of a line
 * that nobody was told was saved · `missing`, `empty`, `nul-filled`, `not-json` of a snapshot · `behind` the
 * journal ends before the snapshot · `history` the two are of different histories · `newer` a later version of Nuija wrote it · `unfinished` several
 * files were being replaced · `foreign` it is of another event · `tampered` a sealed text is not what was sealed there · `io` it cannot be read.
 */
export type ProblemKind =
  | 'checksum'
  | 'gap'
  | 'unreadable'
  | 'torn-tail'
  | 'missing'
  | 'empty'
  | 'nul-filled'
  | 'not-json'
  | 'behind'
  | 'history'
  | 'newer'
  | 'unfinished'
  | 'tampered'
  | 'foreign'
  | 'io';

/** One damage, named: the file's name inside the event's folder, the line (from 1) where there is one. */
export interface FileProblem {
  file: string;
  line?: number;
  what: ProblemKind;
  /** One sentence in English, for the log and `verify`. */
  detail: string;
}
