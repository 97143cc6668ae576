import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { Notice } from '../../parts/Notice';
import { useSpeech } from '../../words/useSpeech';
import type { BadgeStep } from './useBadgePrint';

interface Props {
  badge: BadgeStep | undefined;
  onSettle(person: Participant, came: boolean): void;
  onAgain(person: Participant): void;
}

/** A badge on its way: made, handed over as a PDF, and counted once somebody says that it came out. */
export function BadgeStrip({ badge, onSettle, onAgain }: Props) {
  const { t } = useTranslation(['reception', 'common']);
  const speech = useSpeech();
  if (!badge) return null;
  const { person } = badge;
  const name = fullName(person);
  if (badge.step === 'making') {
    return (
      <Notice tone="calm" actions={<Loader size="sm" />}>
        {t('badge.making', { name })}
      </Notice>
    );
  }
  if (badge.step === 'failed') {
    return (
      <Notice
        tone="bad"
        actions={
          <>
            <Button size="sm" onClick={() => onAgain(person)}>
              {t('badge.again')}
            </Button>
            <Button size="sm" variant="default" onClick={() => onSettle(person, false)}>
              {t('common:close')}
            </Button>
          </>
        }
      >
        {speech.failure(badge.failure)}
      </Notice>
    );
  }
  return (
    <Notice
      tone="calm"
      actions={
        <>
          <Button
            size="sm"
            variant="default"
            component="a"
            href={badge.address}
            target="_blank"
            rel="noopener"
          >
            {t('badge.show')}
          </Button>
          <Button size="sm" onClick={() => onSettle(person, true)}>
            {t('badge.cameOut')}
          </Button>
          <Button size="sm" variant="default" onClick={() => onSettle(person, false)}>
            {t('badge.notNow')}
          </Button>
        </>
      }
    >
      <b>{t('badge.ready', { name })}</b>
      <div role="alert">{badge.refused && speech.refusal(badge.refused)}</div>
      {badge.warnings.map((warning) => (
        <div key={warning}>{warning}</div>
      ))}
    </Notice>
  );
}
