import { useTranslation } from 'react-i18next';
import { fullName } from '../../../shared/model/participant';
import { useEventDesk } from '../../desk';
import { useSpeech } from '../../words/useSpeech';
import type { Job } from './jobsWatch';

/** How many names are told of a large job. */
const NAMED = 6;

/** A job in words: whose badges they are, and why they are not out. */
export function useJobWords(): { names(job: Job): string; why(job: Job): string } {
  const { t } = useTranslation('printing');
  const speech = useSpeech();
  const { state } = useEventDesk();
  return {
    names: ({ who }) => {
      const known = who.slice(0, NAMED).flatMap((id) => state.participants.get(id) ?? []);
      const line = known.map(fullName).join(', ');
      return who.length > NAMED ? `${line} …` : line;
    },
    why: ({ troubles, printer, says, failure }) => {
      const told = troubles.map((trouble) => t(`trouble.${trouble}`, { printer }));
      if (failure) told.push(speech.failure(failure));
      // In the printer's own words and language, where ours do not say what to do.
      const vague = troubles.every((one) => one === 'given-up' || one === 'needs-attention');
      if (says && vague) told.push(t('says', { says }));
      return told.join(' ');
    },
  };
}
