import type { AnswerOf } from '../../shared/contract';
import { UsageError, neededText } from './usage';
import type { Verb } from './verb';

type State = AnswerOf<'event.state'>['state'];

export const erase: Verb = {
  name: 'erase',
  usage: 'erase --event ID --yes',
  does: 'takes personal data out of an event and all its files for good; the figures stay',
  options: { event: { type: 'string' }, yes: { type: 'boolean' } },
  run: async ({ words, desk }) => {
    const event = neededText(words, 'event');
    const asking = await desk();
    const { state } = await asking.ask('event.state', { event });
    if (words.values['yes'] !== true) throw new UsageError(whatGoes(state));
    const erased = await asking.ask('event.erase', { event, confirm: state.event.name });
    const { people, removed, searched } = erased;
    const found = searched.left.map(({ file, texts }) => `${file}: ${texts} texts`);
    const lines = [
      `The personal data of ${people} people have been erased from ${state.event.name}; the figures are as they were.`,
      `${removed.length} files are gone, backups included. ${searched.files} files were searched for ${searched.texts} texts.`,
    ];
    if (found.length === 0) return { json: erased, lines: [...lines, 'Nothing was found.'] };
    return { json: erased, lines, refused: `Still found: ${found.join(', ')}` };
  },
};

function whatGoes({ event, participants }: State): string {
  const with_ = (field: 'email' | 'phone' | 'notes' | 'diet') =>
    participants.filter((one) => one[field] !== '').length;
  return [
    `Nothing was erased yet. From ${event.name} (${event.date}) would go, for good:`,
    `  the names of ${participants.length} people, ${with_('email')} e-mail addresses, ${with_('phone')} phone numbers,`,
    `  ${with_('diet')} diets, ${with_('notes')} notes, the names of organisations, all answers and messages,`,
    '  the whole list of what was done before, all backups and damaged files kept aside.',
    'Arrivals, sectors, numbers of organisations, badges, the programme and the times of the panels stay.',
    'It cannot be undone. Add --yes to erase.',
  ].join('\n');
}
