import { describe, expect, it } from 'vitest';
import { commandWords } from './commandWords';

describe('the words of a start', () => {
  it.each([
    [
      ['verify', '--json'],
      ['verify', '--json'],
    ],
    [
      ['event', 'list', '--data', 'folder'],
      ['event', 'list', '--data', 'folder'],
    ],
    [['--no-sandbox', '--user-data-dir=x', 'demo'], ['demo']],
    [
      ['--data', 'folder', 'export', '--out', 'a.nuija'],
      ['export', '--out', 'a.nuija', '--data', 'folder'],
    ],
  ])('%j are a command', (words, command) => {
    expect(commandWords(words)).toEqual(command);
  });

  it.each([
    [[]],
    [['--data', 'folder']],
    [['--data', 'verify']],
    [['/media/stick/Kainuu.nuija']],
    [['--no-sandbox', 'C:\\events\\a.json', 'verify']],
    [['-psn_0_12345']],
  ])('%j open the window', (words) => {
    expect(commandWords(words)).toBeNull();
  });
});
