import { useEffect, useRef, useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isCode } from '../../shared/model/code';
import { Notice } from '../parts/Notice';
import { useSpeech } from '../words/useSpeech';
import { affixesIn } from './codeText';
import type { Affixes } from './codeText';
import { isModifier, keystrokeOf } from './keystroke';
import type { Keystroke } from './keystroke';
import { setMachine, useMachine } from './machine';
import { ScanEar } from './scanEar';
import { TRIAL } from './useScanner';
import styles from './ScannerPanel.module.css';

/** A scanner that sends no Enter has ended after this time, ms; nobody waits in a queue here. */
const ENDED_MS = 2_000;

/** What came into the field, and what was understood. */
interface Heard {
  raw: string;
  /** '' when it was taken for typing. */
  code: string;
  /** Mean time between keys, ms. */
  pace: number;
}

/** A field to try a scanner in: it shows what was read and checks nobody in. */
export function ScannerTrial({ isKnown }: { isKnown(code: string): boolean }) {
  const { t } = useTranslation('scanner');
  const { number } = useSpeech();
  const affixes = useMachine();
  const [text, setText] = useState('');
  const [heard, setHeard] = useState<Heard>();
  const keys = useRef<Keystroke[]>([]);
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(idle.current), []);

  /** True when something had been sent. */
  const ended = (): boolean => {
    const sent = keys.current;
    keys.current = [];
    const [first, last] = [sent[0], sent.at(-1)];
    if (!first || !last) return false;
    setText('');
    setHeard({
      raw: sent.map((key) => key.typed).join(''),
      code: codeOf(sent, affixes, isKnown),
      pace: (last.at - first.at) / Math.max(1, sent.length - 1),
    });
    return true;
  };
  const onKey = (press: React.KeyboardEvent) => {
    const key = keystrokeOf(press.nativeEvent);
    clearTimeout(idle.current);
    if (key) {
      keys.current.push(key);
      idle.current = setTimeout(ended, ENDED_MS);
    } else if (press.key === 'Enter' || press.key === 'Tab') {
      if (ended()) press.preventDefault();
    } else if (!isModifier(press.key)) {
      keys.current = [];
    }
  };
  return (
    <>
      <TextInput
        {...{ [TRIAL]: true }}
        size="sm"
        label={t('trial.label')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(change) => setText(change.currentTarget.value)}
        onKeyDown={onKey}
      />
      <output className={styles.heard}>
        {heard && (
          <>
            <Verdict heard={heard} isKnown={isKnown} />
            <span>{t('trial.raw', { raw: heard.raw, pace: number(Math.round(heard.pace)) })}</span>
            <Around raw={heard.raw} affixes={affixes} />
          </>
        )}
      </output>
    </>
  );
}

function Verdict({ heard, isKnown }: { heard: Heard; isKnown(code: string): boolean }) {
  const { t } = useTranslation('scanner');
  const { code } = heard;
  if (!code) return <Notice tone="warn">{t('trial.typed')}</Notice>;
  if (isKnown(code)) return <Notice tone="good">{t('trial.ours', { code })}</Notice>;
  return (
    <Notice tone="calm">{t(isCode(code) ? 'trial.otherEvent' : 'trial.noCode', { code })}</Notice>
  );
}

/** Offers to set up what the scanner has put around the code. */
function Around({ raw, affixes }: { raw: string; affixes: Affixes }) {
  const { t } = useTranslation('scanner');
  const found = affixesIn(raw);
  if (!found || (!found.prefix && !found.suffix)) return null;
  if (found.prefix === affixes.prefix && found.suffix === affixes.suffix) return null;
  return (
    <Button size="compact-sm" variant="default" onClick={() => setMachine(found)}>
      {t('trial.use', { prefix: found.prefix || '–', suffix: found.suffix || '–' })}
    </Button>
  );
}

/** What a screen would hear, '' when it would take the keys for a person's. */
function codeOf(
  keys: readonly Keystroke[],
  affixes: Affixes,
  isKnown: (code: string) => boolean,
): string {
  const ear = new ScanEar(isKnown);
  ear.affixes = affixes;
  for (const key of keys) ear.take(key);
  const [scan] = ear.close(keys.at(-1)?.at ?? 0);
  return scan?.code ?? '';
}
