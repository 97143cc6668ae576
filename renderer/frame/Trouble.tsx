import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateOf } from '../../shared/programme/instant';
import { useEventDesk } from '../desk/EventDesk';
import { Icon } from '../parts/Icon';
import { useSpeech } from '../words/useSpeech';
import styles from './Trouble.module.css';

/** Why something is not saved and what to do, over whatever screen is open; nothing while all is well. */
export function Trouble() {
  const { t } = useTranslation();
  const { online, saved, failure, trySaving } = useEventDesk();
  const speech = useSpeech();
  const [trying, setTrying] = useState(false);
  const unsaved = online && saved === 'failed' && failure;
  const said = !online ? t('trouble.offline') : unsaved ? speech.failure(failure) : '';
  const tryAgain = async () => {
    setTrying(true);
    await trySaving();
    setTrying(false);
  };
  return (
    <>
      <div className={said ? styles.trouble : undefined}>
        <div role="alert" className={styles.said}>
          {said && (
            <>
              <Icon name="warn" />
              <p>
                {said} {unsaved && t('trouble.typed')}
              </p>
            </>
          )}
        </div>
        {unsaved && (
          <Button variant="default" loading={trying} onClick={() => void tryAgain()}>
            {t('trouble.again')}
          </Button>
        )}
      </div>
      <ErasedWord />
    </>
  );
}

/** Why nobody has a name here and everything is refused, over every screen of an erased event. */
function ErasedWord() {
  const { t } = useTranslation('erase');
  const { erasedAt, timeZone } = useEventDesk().state.event;
  const speech = useSpeech(timeZone);
  if (erasedAt === null) return null;
  const when = { day: speech.day(dateOf(erasedAt, timeZone)), at: speech.clock(erasedAt) };
  return (
    <p className={styles.erased}>
      <Icon name="note" size={20} />
      {t('erased', when)}
    </p>
  );
}
