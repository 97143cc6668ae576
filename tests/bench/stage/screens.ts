import { WebSocket } from 'ws';

/** Stage screens at one address, as WebSocket clients that read every frame. */
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
  const hear = (line: WebSocket) => {
    let heardOf = '';
    line.on('message', (frame: Buffer) => {
      const text = frame.toString('utf8');
      JSON.parse(text);
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
