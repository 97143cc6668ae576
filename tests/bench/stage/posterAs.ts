import { Agent, request } from 'node:http';

/** Posts JSON to an address; answers the text of the answer, or rejects with it where it is none of the 200s. */
export type Post = (address: string, body: object) => Promise<string>;

/**
 * Posts with a token over one connection that stays open. Node's own client: `fetch` costs the process that
 * measures more than the command costs the desk, and it is the process in which all the screens are.
 */
export function posterAs(token: string): Post {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return (address, body) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body);
      const length = Buffer.byteLength(text);
      const headers = { Authorization: `Bearer ${token}`, 'Content-Length': length };
      const asked = request(address, { method: 'POST', agent, headers }, (answer) => {
        let told = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (told += part));
        answer.on('error', reject);
        answer.on('end', () => {
          if ((answer.statusCode ?? 500) < 300) resolve(told);
          else reject(new Error(told));
        });
      });
      asked.on('error', reject);
      asked.end(text);
    });
}
