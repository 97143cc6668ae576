import { setTimeout as wait } from 'node:timers/promises';
import words from '../../resources/locales/en/printing.json';
import type { AnswerOf, AskOf } from '../../shared/contract';
import { isOpen, isOver } from '../../shared/print';
import type { Trouble } from '../../shared/print';
import type { Asking, Said, Verb } from './verb';

type Job = AnswerOf<'print.send'>;
type Order = Omit<AskOf<'print.send'>, 'who' | 'id'> & {
  who: AskOf<'badges.render'>['who'];
  printer: string;
};

export const printers: Verb = {
  name: 'printers',
  usage: 'printers',
  does: "lists the printers of the desk's machine, their state and what keeps them from printing",
  options: {},
  run: async ({ desk }) => {
    const { printers: list, problem } = await (await desk()).ask('print.printers', {});
    const lines = list.map(({ name, description, isDefault, state, troubles }) =>
      [name, state, isDefault ? 'default' : '', description, ...troubles]
        .filter(Boolean)
        .join('  '),
    );
    return {
      json: list,
      lines: lines.length > 0 || problem ? lines : ['No printers are set up on this computer.'],
      ...(problem ? { refused: `The print service does not answer. (${problem})` } : {}),
    };
  },
};

/**
 * Prints badges and waits, at most so many seconds, until they are out. What keeps them is told as it changes;
 * what is not out by then stays on the desk's to-print list.
 */
export async function printBadges(
  asking: Asking,
  order: Order,
  seconds: number,
  complain: (line: string) => void,
): Promise<Said> {
  const { event, settings, who, printer, again } = order;
  const known = await asking.ask('print.printers', {});
  if (!known.printers.some(({ name }) => name === printer)) {
    const names = known.printers.map(({ name }) => name).join(', ') || 'none';
    return refusal({ printer }, `${sentence('no-printer', printer)} Printers here: ${names}.`);
  }
  const drawn = await asking.ask('badges.render', { event, settings, who });
  const { state } = await asking.ask('event.state', { event });
  const wanted = new Set(drawn.participants);
  const had = state.participants.filter((one) => wanted.has(one.id) && one.prints.length > 0);
  if (had.length > 0 && !again) {
    const how = 'Say why with --again lost|damaged|wrong|other, or print --who unprinted.';
    return refusal({ had: had.length }, `${had.length} of them have a badge already. ${how}`);
  }
  for (const { name, code, kind, detail } of drawn.warnings) {
    complain(`${name} (${code}): ${kind}, ${detail}`);
  }
  const sent = await asking.ask('print.send', {
    event,
    settings,
    printer,
    who: drawn.participants,
    ...(again && { again }),
  });
  const job = await followed(asking, sent, seconds, complain);
  const { phase, troubles, says } = job;
  const json = {
    job: job.id,
    printer,
    badges: drawn.badges,
    pages: drawn.pages,
    phase,
    troubles,
    says,
    warnings: drawn.warnings,
  };
  if (phase === 'printed') return { json, lines: [`${printer}: ${drawn.badges} badges printed`] };
  const turned = phase === 'turn' ? words['printer.oneSided'] : '';
  const why = reasonOf(job) || turned || `${phase} on ${printer}.`;
  const stays = isOver(phase) ? '' : ` The badges stay on the desk's to-print list.`;
  return refusal(json, `${why}${stays}`);
}

const refusal = (json: object, refused: string): Said => ({ json, lines: [], refused });

/** The job as it is when nothing more happens to it by itself, or when the time is over. */
async function followed(
  asking: Asking,
  sent: Job,
  seconds: number,
  complain: (line: string) => void,
): Promise<Job> {
  const until = performance.now() + seconds * 1_000;
  let job = sent;
  let told = '';
  while (isOpen(job.phase) && performance.now() < until) {
    await wait(500);
    const { jobs } = await asking.ask('print.jobs', { event: sent.event });
    job = jobs.find((one) => one.id === sent.id) ?? job;
    const why = reasonOf(job);
    if (why !== told && isOpen(job.phase)) complain(why || `${job.printer}: going on`);
    told = why;
  }
  return job;
}

function reasonOf({ troubles, printer, says, failure }: Job): string {
  const told = troubles.map((one) => sentence(one, printer));
  if (failure) told.push(failure.message);
  const vague = troubles.every((one) => one === 'given-up' || one === 'needs-attention');
  if (vague && told.length > 0 && says) told.push(`(${says})`);
  return told.join(' ');
}

const sentence = (trouble: Trouble, printer: string) =>
  words[`trouble.${trouble}`].replaceAll('{{printer}}', printer);
