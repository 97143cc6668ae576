/** A line of the legend: the keys as they are shown, and all key names that it stands for. */
export interface LegendLine {
  /** Key of its words under `key.`. */
  word: string;
  shown: readonly string[];
  tries: readonly string[];
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const one = (word: string, key: string): LegendLine => ({ word, shown: [key], tries: [key] });
const pair = (word: string, key: string, second: string): LegendLine => ({
  word,
  shown: [key, second],
  tries: [key],
});

/** Every key of the panel screen, in the order in which it is listed. */
export const LEGEND: readonly LegendLine[] = [
  { word: 'give', shown: ['1–9'], tries: digits },
  one('moderator', 'M'),
  one('questions', 'Q'),
  one('nobody', '0'),
  one('pause', 'Space'),
  { word: 'hand', shown: ['Shift 1–9'], tries: digits.map((digit) => `Shift+${digit}`) },
  pair('handToo', 'H', '1–9'),
  { word: 'extend', shown: ['+', '−'], tries: ['+', '-'] },
  pair('giveTo', 'G', '1–9'),
  pair('earlier', 'A', '1–4'),
  pair('join', 'J', 'J'),
  pair('takeBack', 'T', 'T'),
  one('correct', 'C'),
  { word: 'undo', shown: ['Ctrl Z'], tries: ['Ctrl+Z'] },
  one('message', 'V'),
  one('start', 'S'),
  one('settings', 'P'),
  one('report', 'R'),
  { word: 'keys', shown: ['?'], tries: ['?'] },
];
