import { WebSocket } from 'ws';

/**
 * Stage screens at one address, as WebSocket clients. At a venue each is a machine of its own; here they share
 * one process, so a frame that is byte for byte the one that another has just read is not read once more.
 */
export interface Screens {
  /** Joins so many, one after another, each once it has been told what to show. */
  join(count: number): Promise<void>;
  /** Resolves when every screen has heard a frame that holds `text`. */
  allHear(text: string): Promise<void>;
  leave(): void;
}

export function screensAt(address: string, token: string): Screens {
  const lines: WebSocket[] = [];
  let wanted = { text: '', left: 0, done: () => {} };
  let read: { frame: Buffer; text: string } = { frame: Buffer.of(), text: '' };
  const textOf = (frame: Buffer) => {
    if (!frame.equals(read.frame)) {
      read = { frame, text: frame.toString('utf8') };
      JSON.parse(read.text);
    }
    return read.text;
  };
  const hear = (line: WebSocket) => {
    let heardOf = '';
    line.on('message', (frame: Buffer) => {
      const text = textOf(frame);
      if (wanted.text === '' || heardOf === wanted.text || !text.includes(wanted.text)) return;
      heardOf = wanted.text;
      wanted.left -= 1;
      if (wanted.left === 0) wanted.done();
    });
  };
  return {
    join: async (count) => {
      for (let n = 0; n < count; n++) {
        const line = new WebSocket(address, { headers: { Authorization: `Bearer ${token}` } });
        await new Promise((resolve, reject) => {
          line.once('message', resolve);
          line.once('error', reject);
        });
        hear(line);
        lines.push(line);
      }
    },
    allHear: (text) =>
      new Promise((done) => {
        wanted = { text, left: lines.length, done };
      }),
    leave: () => {
      for (const line of lines) line.terminate();
    },
  };
}
