import { describe, expect, it } from 'vitest';
import type { AnswerOf, AskOf, ChannelName } from '../../../shared/contract';
import { queueBadges } from './queueBadges';

const event = { id: 'e', badgeLayout: 'label', badgeSize: null };

/** A desk with a printer for some layouts and with people on its to-print list. */
function aDesk(printers: Record<string, string>, listed: readonly string[] = []) {
  const sent: AskOf<'print.send'>[] = [];
  const answers: { [C in ChannelName]?: (asked: never) => unknown } = {
    'print.settings': () => ({ printers, offsets: [] }),
    'print.jobs': () => ({ jobs: [{ phase: 'queued', who: listed }] }),
    'print.send': (asked: AskOf<'print.send'>) => sent.push(asked),
  };
  const ask = async <C extends ChannelName>(channel: C, asked: AskOf<C>): Promise<AnswerOf<C>> => {
    const answer: unknown = answers[channel];
    if (typeof answer !== 'function') throw new Error(`Nobody asks ${channel}.`);
    return answer(asked);
  };
  return { sent, queue: (people: string[]) => queueBadges({ ask }, event, people, 'job') };
}

describe('the badge of somebody scanned while another screen is open', () => {
  it('goes to the printer that is chosen for the event’s layout', async () => {
    const { sent, queue } = aDesk({ label: 'Tarrat' });
    expect(await queue(['aino'])).toBe(true);
    expect(sent).toEqual([{ event: 'e', who: ['aino'], settings: { layout: 'label' }, id: 'job' }]);
  });

  it('is left to the reception where the layout has no printer', async () => {
    const { sent, queue } = aDesk({ other: 'Tarrat' });
    expect(await queue(['aino'])).toBe(false);
    expect(sent).toEqual([]);
  });

  it('is not asked for twice', async () => {
    const { sent, queue } = aDesk({ label: 'Tarrat' }, ['aino']);
    expect(await queue(['aino'])).toBe(true);
    expect(sent).toEqual([]);
  });
});
