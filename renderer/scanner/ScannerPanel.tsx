import { useId } from 'react';
import { Button, CloseButton, Slider, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/Icon';
import { ANSWER_KINDS, ANSWER_SIGNS, ANSWER_TONES } from './answerKind';
import { setMachine, useMachine } from './machine';
import { ScannerTrial } from './ScannerTrial';
import { play } from './sound';
import styles from './ScannerPanel.module.css';

interface Props {
  isKnown(code: string): boolean;
  onClose(): void;
}

/** The scanner and the sounds of this machine, to be set up and tried. */
export function ScannerPanel({ isKnown, onClose }: Props) {
  const { t } = useTranslation('scanner');
  const title = useId();
  const { prefix, suffix, sound, volume } = useMachine();
  return (
    <section className={`card ${styles.panel}`} aria-labelledby={title}>
      <header className={styles.head}>
        <h2 id={title} className={styles.title}>
          {t('title')}
        </h2>
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </header>
      <ScannerTrial isKnown={isKnown} />
      <div className={styles.affixes}>
        <TextInput
          size="sm"
          label={t('prefix')}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          value={prefix}
          onChange={(change) => setMachine({ prefix: change.currentTarget.value })}
        />
        <TextInput
          size="sm"
          label={t('suffix')}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          value={suffix}
          onChange={(change) => setMachine({ suffix: change.currentTarget.value })}
        />
      </div>
      <p className={styles.how}>{t('affixHow')}</p>
      <Switch
        label={t('sound')}
        checked={sound}
        onChange={(change) => setMachine({ sound: change.currentTarget.checked })}
      />
      <div className={styles.volume}>
        <Icon name="sound" />
        <Slider
          className={styles.slider}
          thumbLabel={t('volume')}
          label={null}
          step={5}
          min={5}
          value={volume}
          onChange={(value) => setMachine({ volume: value })}
        />
      </div>
      <fieldset aria-label={t('listen')} className={styles.kinds}>
        {ANSWER_KINDS.map((kind) => (
          <Button
            key={kind}
            size="compact-sm"
            variant="default"
            className={styles.kind}
            data-tone={ANSWER_TONES[kind]}
            leftSection={<Icon name={ANSWER_SIGNS[kind]} size={16} />}
            onClick={() => void play(kind, volume)}
          >
            {t(`kind.${kind}`)}
          </Button>
        ))}
      </fieldset>
    </section>
  );
}
