const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/**
 * Tells a person how far the work is, one line a step with the time it took. On a terminal the
 * running step counts up in place; anywhere else each step is a line when it begins and one when
 * it is done.
 * @param {NodeJS.WriteStream} stream where to; standard error when the output is for a program
 */
export function teller(stream = process.stdout) {
  const live = Boolean(stream.isTTY) && !process.env.CI;
  const line = (text) => stream.write(`${text}\n`);

  /**
   * @template T
   * @param {string} name what is being done
   * @param {(detail: (text: string) => void) => Promise<T>} work
   * @returns {Promise<T>} what the work answers, where false says that it could not be done here;
   *   its error passes through after being marked
   */
  async function step(name, work) {
    const from = performance.now();
    let detail = '';
    const draw = () => {
      const text = `· ${name}  ${seconds(from)}  ${detail}`;
      stream.write(`\r\x1b[2K${text.slice(0, (stream.columns ?? 80) - 1)}`);
    };
    const timer = live ? setInterval(draw, 100) : undefined;
    if (!live) line(`· ${name} …`);
    const done = (mark) => {
      clearInterval(timer);
      if (live) stream.write('\r\x1b[2K');
      line(`${mark} ${name}  ${seconds(from)}${mark === '–' ? ', not to be had here' : ''}`);
    };
    try {
      const answer = await work((text) => (detail = text));
      done(answer === false ? '–' : '✓');
      return answer;
    } catch (error) {
      done('✗');
      throw error;
    }
  }

  return { line, step };
}

/** A step that did not go well, in words for the person who started it. */
export class StepFailed extends Error {
  name = 'StepFailed';
}

/** Runs a whole script; a {@link StepFailed} ends it with one clear message and exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof StepFailed ? error.message : error);
    process.exitCode = 1;
  }
}
