import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MINUTE } from '../../../shared/model/units';
import { instantOf } from '../../../shared/programme/instant';
import { readStretch } from '../../../shared/programme/stretch';
import { useEventDesk } from '../../desk';
import { useSpeech } from '../../words/useSpeech';
import { lengthField, startField, timesOf } from './draft';
import type { Around, Draft, Unreadable } from './draft';
import { lengthText } from './lateness';

interface Props {
  draft: Draft;
  around: Around;
  onChange(part: Partial<Draft>): void;
  wrong(field: Unreadable): string | false;
}

/** Start and length as they are typed, and beneath them how they are understood, while they are typed. */
export function TimeFields({ draft, around, onChange, wrong }: Props) {
  const { t } = useTranslation('programme');
  const { date, timeZone } = useEventDesk().state.event;
  const { clock } = useSpeech(timeZone);
  const { start, length } = timesOf(draft, around);
  const at = (minute: number) => clock(instantOf(date, minute, timeZone));
  const understood = () => {
    if (start === null || length === null) return ' ';
    const from = instantOf(date, start, timeZone);
    const span = { length: lengthText(length), from: clock(from), to: clock(from + length) };
    return t(start + length / MINUTE > 1_440 ? 'understoodNight' : 'understood', span);
  };
  const settle = () => {
    const stretch = readStretch(draft.length, around.day);
    if (stretch?.plannedStart === undefined) return;
    const { plannedStart, plannedMs } = stretch;
    onChange({ start: startField(plannedStart), length: lengthField(plannedMs) });
  };
  return (
    <>
      <TextInput
        label={t('field.start')}
        placeholder={t('hint.start', { time: at(around.follows) })}
        value={draft.start}
        error={wrong('start')}
        onChange={(input) => onChange({ start: input.currentTarget.value })}
      />
      <TextInput
        label={t('field.length')}
        placeholder={t('hint.length')}
        value={draft.length}
        error={wrong('length')}
        description={understood()}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(input) => onChange({ length: input.currentTarget.value })}
        onBlur={settle}
      />
    </>
  );
}
