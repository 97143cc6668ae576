import { useEffect, useState } from 'react';
import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerOf, Failure } from '../../../shared/contract';
import { useDesk } from '../../desk/DeskContext';
import { failureOf } from '../../desk/replica';
import { Notice } from '../../parts/Notice';
import { goTo } from '../../route';
import { useSpeech } from '../../words/useSpeech';
import { ToldMerge } from './ToldMerge';

interface Props {
  bytes: string;
  /** How the histories go together is told beside. */
  brief?: boolean;
}

/** A file of an event that is here already: what it would add, and putting the two together. */
export function MergeOffer({ bytes, brief = false }: Props) {
  const { t } = useTranslation('tour');
  const desk = useDesk();
  const speech = useSpeech();
  const [seen, setSeen] = useState<AnswerOf<'events.merge'>>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let stays = true;
    desk.ask('events.merge', { bytes, dryRun: true }).then(
      (answer) => stays && setSeen(answer),
      (error: unknown) => stays && setFailure(failureOf(error)),
    );
    return () => {
      stays = false;
    };
  }, [desk, bytes]);
  const open = (event: string) => goTo({ at: 'event', event, screen: 'reception' });
  const merge = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      open((await desk.ask('events.merge', { bytes })).event);
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };
  if (failure) return <Notice tone="bad">{speech.failure(failure)}</Notice>;
  if (!seen) return <Loader size="sm" aria-label={t('loading')} />;
  const adds = seen.added > 0;
  return (
    <Notice
      tone="warn"
      actions={
        <>
          {adds && (
            <Button loading={busy} autoFocus onClick={() => void merge()}>
              {t('merge.do')}
            </Button>
          )}
          <Button variant="default" disabled={busy} onClick={() => open(seen.event)}>
            {t('merge.open')}
          </Button>
        </>
      }
    >
      <b>{t('merge.title')}.</b>{' '}
      {adds ? t('merge.adds', { count: seen.added }) : t('merge.nothing')}
      {adds && ` ${t('merge.undoable')}`}
      {adds && !brief && seen.told && <ToldMerge told={seen.told} />}
    </Notice>
  );
}
