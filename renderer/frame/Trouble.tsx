import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
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
      <div role="alert">
        {said && (
          <p className={styles.trouble}>
            <Icon name="warn" />
            <span>
              {said} {unsaved && t('trouble.typed')}
            </span>
          </p>
        )}
      </div>
      {unsaved && (
        <div className={styles.act}>
          <Button size="sm" color="red" loading={trying} onClick={() => void tryAgain()}>
            {t('trouble.again')}
          </Button>
        </div>
      )}
    </>
  );
}
