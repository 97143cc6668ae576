import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIENCE, MODERATOR, NOBODY } from '../../../shared/model/mark';
import type { Panel } from '../../../shared/model/session';

/** Who holds or held the floor, as people call them. */
export function useSpeakerName(panel: Panel): (speaker: string) => string {
  const { t } = useTranslation('panel');
  return useCallback(
    (speaker) => {
      if (speaker === NOBODY) return t('nobody');
      if (speaker === MODERATOR) return panel.moderator || t('moderator');
      if (speaker === AUDIENCE) return t('audience');
      return panel.seats.find((seat) => seat.id === speaker)?.name || t('unknownSpeaker');
    },
    [panel, t],
  );
}
