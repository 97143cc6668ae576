import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES } from '../../../shared/model/participant';
import type { ReportWords } from '../../../shared/panel/reportCsv';
import type { TimelineWords } from '../../../shared/panel/timeline';
import { useEventDesk } from '../../desk';
import { useSpeech } from '../../words/useSpeech';
import { elapsed } from '../stage/countdown';

/** The words of the report, its table and its drawing, in the language of the screen. */
export function useReportWords(title: string): ReportWords & TimelineWords {
  const { t } = useTranslation('panel');
  const { state } = useEventDesk();
  const { language, clock } = useSpeech(state.event.timeZone);
  return useMemo(
    () => ({
      title,
      column: (column) => t(`column.${column}`),
      sector: (sector) => t(`terms:sector.${sector || 'unknown'}`),
      role: (role) => {
        if (role === '') return t('terms:sector.unknown');
        return ROLES.some((one) => one === role) ? t(`terms:role.${role}`) : role;
      },
      letter: (sector) => t(`terms:sectorLetter.${sector}`),
      moderator: t('moderator'),
      audience: t('audience'),
      silence: t('report.silence'),
      total: t('report.total'),
      jain: t('report.jain'),
      decimal: language === 'en' ? '.' : ',',
      clock: (at) => clock(at),
      length: elapsed,
    }),
    [t, title, language, clock],
  );
}
