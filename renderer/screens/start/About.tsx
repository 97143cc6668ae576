import { useState } from 'react';
import { Anchor, Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerOf, Failure } from '../../../shared/contract';
import { useDesk } from '../../desk/DeskContext';
import { failureOf } from '../../desk/replica';
import { useSpeech } from '../../words/useSpeech';
import styles from './StartScreen.module.css';

/** Which Nuija this is, where it keeps its data, and what to send to whoever helps. */
export function About({ info }: { info: AnswerOf<'app.info'> }) {
  const { t } = useTranslation('start');
  const desk = useDesk();
  const speech = useSpeech();
  const [copied, setCopied] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  /** The diagnostics themselves, where this page may not write to the clipboard. */
  const [text, setText] = useState('');

  const copy = async () => {
    setFailure(undefined);
    try {
      const told = (await desk.ask('app.diagnostics', {})).text;
      try {
        await navigator.clipboard.writeText(told);
        setCopied(true);
      } catch {
        setText(told);
      }
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  return (
    <footer className={styles.foot}>
      <p>{t('keeps', { folder: info.dataFolder })}</p>
      <p>
        Nuija {info.version}
        {info.built && ` (${speech.day(info.built)})`} · {info.desk}
      </p>
      <p>
        <Button variant="default" size="xs" onClick={() => void copy()}>
          {t('about.diagnostics')}
        </Button>{' '}
        {info.releases && (
          <Anchor href={info.releases} target="_blank" rel="noopener noreferrer" size="sm">
            {t('about.releases')}
          </Anchor>
        )}
      </p>
      <p aria-live="polite">
        {copied && t('about.copied')}
        {failure && speech.failure(failure)}
      </p>
      {text && <Textarea label={t('about.take')} value={text} readOnly rows={8} />}
    </footer>
  );
}
