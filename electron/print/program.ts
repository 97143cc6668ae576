import { spawn } from 'node:child_process';

/** How a program of the system ended. */
export interface Ran {
  /** Null where it could not be started or was ended by force. */
  code: number | null;
  out: string;
  err: string;
}

/** Nothing that is asked here takes a person's time, ms; whoever has more to do says so. */
const LONGEST = 30_000;

/** More than that no program here has to say. */
const MOST = 4 * 1024 * 1024;

/** Runs a program without a shell, in the C locale; `input` is what it reads. Never rejects. */
export function runProgram(
  file: string,
  args: readonly string[],
  {
    input,
    env,
    patience = LONGEST,
  }: { input?: Uint8Array; env?: Record<string, string>; patience?: number } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      env: { ...process.env, LC_ALL: 'C', LANGUAGE: 'C', ...env },
      stdio: 'pipe',
      windowsHide: true,
      timeout: patience,
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (out.length < MOST) out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (err.length < MOST) err += text;
    });
    child.on('error', (error) => resolve({ code: null, out, err: err || error.message }));
    child.on('close', (code) => resolve({ code, out, err }));
    // A program that ends without having read all says why on its own.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
