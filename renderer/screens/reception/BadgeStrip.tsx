import { memo } from 'react';
import type { Ref } from 'react';
import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { Notice } from '../../parts/Notice';
import { PrintJobs, ReprintAsk } from '../../parts/printing';
import { useSpeech } from '../../words/useSpeech';
import { someNames } from './group';
import type { BadgeStep } from './badgeStep';

interface Props {
  ref: Ref<HTMLDivElement>;
  badge: BadgeStep | undefined;
  onSettle(came: boolean): void;
  onAgain(people: readonly Participant[]): void;
}

/**
 * Badges on their way: those that the desk's printer has not put out yet, and those that are made here as a PDF
 * and counted once somebody says that they came out.
 */
export const BadgeStrip = memo(function BadgeStrip(props: Props) {
  const { ref, badge, onSettle, onAgain } = props;
  return (
    <>
      <PrintJobs brief />
      {badge && (
        <div ref={ref}>
          <Step badge={badge} onSettle={onSettle} onAgain={onAgain} />
        </div>
      )}
    </>
  );
});

function Step({ badge, onSettle, onAgain }: Omit<Props, 'ref'> & { badge: BadgeStep }) {
  const { t } = useTranslation(['reception', 'common']);
  const speech = useSpeech();
  const { people } = badge;
  const said = { count: people.length, name: someNames(people.map(fullName)) };
  if (badge.step === 'again') {
    const names = someNames(badge.had.map(fullName));
    return <ReprintAsk names={names} count={badge.had.length} onAnswer={badge.answer} />;
  }
  if (badge.step === 'making') {
    return (
      <Notice tone="calm" actions={<Loader size="sm" />}>
        {t('badge.making', said)}
      </Notice>
    );
  }
  if (badge.step === 'failed') {
    return (
      <Notice
        tone="bad"
        actions={
          <>
            <Button size="sm" onClick={() => onAgain(people)}>
              {t('badge.again')}
            </Button>
            <Button size="sm" variant="default" onClick={() => onSettle(false)}>
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
            href={badge.unsettled.at(-1)?.address}
            target="_blank"
            rel="noopener"
          >
            {t('badge.show')}
          </Button>
          <Button
            size="sm"
            rightSection={<kbd className="key">F9</kbd>}
            data-asked
            onClick={() => onSettle(true)}
          >
            {t('badge.cameOut', said)}
          </Button>
          <Button size="sm" variant="default" onClick={() => onSettle(false)}>
            {t('badge.notNow', said)}
          </Button>
        </>
      }
    >
      <b>{t('badge.ready', said)}</b>
      <div role="alert">{badge.refused && speech.refusal(badge.refused)}</div>
      {[...new Set(badge.unsettled.flatMap(({ warnings }) => warnings))].map((warning) => (
        <div key={warning}>{warning}</div>
      ))}
    </Notice>
  );
}
