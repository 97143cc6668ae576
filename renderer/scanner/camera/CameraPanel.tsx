import { useId, useRef, useState } from 'react';
import { Button, CloseButton, NativeSelect, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../parts/Notice';
import { codeOfPicture } from '../codeText';
import { setMachine, useMachine } from '../machine';
import { useCamera } from './useCamera';
import styles from './CameraPanel.module.css';

interface Props {
  isKnown(code: string): boolean;
  /** A code is seen at an instant (ms, monotonic); told for every picture that it is in. */
  onSight(code: string, at: number): void;
  onClose(): void;
}

/** A camera as a scanner: hold the badge before it. */
export default function CameraPanel({ isKnown, onSight, onClose }: Props) {
  const { t } = useTranslation('scanner');
  const title = useId();
  const video = useRef<HTMLVideoElement>(null);
  const [attempt, setAttempt] = useState(0);
  const { camera, mirrored } = useMachine();
  const { trouble, isReading, devices } = useCamera(video, camera, attempt, (text, at) => {
    onSight(codeOfPicture(text, isKnown), at);
  });
  return (
    <section className={`card ${styles.panel}`} aria-labelledby={title}>
      <header className={styles.head}>
        <h2 id={title} className={styles.title}>
          {t('camera.title')}
        </h2>
        <CloseButton aria-label={t('camera.close')} onClick={onClose} />
      </header>
      <div className={styles.picture} hidden={trouble !== undefined}>
        <video
          ref={video}
          className={styles.video}
          data-mirrored={mirrored || undefined}
          muted
          playsInline
          aria-label={t('camera.picture')}
        />
        <span className={styles.frame} aria-hidden="true" />
      </div>
      <output className={styles.words}>
        {trouble ? (
          <Notice
            tone="bad"
            actions={
              trouble !== 'insecure' && (
                <Button size="sm" variant="default" onClick={() => setAttempt(attempt + 1)}>
                  {t('camera.again')}
                </Button>
              )
            }
          >
            {t(`camera.trouble.${trouble}`)}
          </Notice>
        ) : (
          t(isReading ? 'camera.reading' : 'camera.starting')
        )}
      </output>
      <div className={styles.choices}>
        {devices.length > 1 && (
          <NativeSelect
            size="sm"
            className={styles.devices}
            aria-label={t('camera.which')}
            value={devices.some((one) => one.deviceId === camera) ? camera : ''}
            onChange={(change) => setMachine({ camera: change.currentTarget.value })}
            data={[
              { value: '', label: t('camera.any') },
              ...devices.map((one, index) => ({
                value: one.deviceId,
                label: one.label || t('camera.numbered', { number: index + 1 }),
              })),
            ]}
          />
        )}
        <Switch
          size="sm"
          label={t('camera.mirrored')}
          checked={mirrored}
          onChange={(change) => setMachine({ mirrored: change.currentTarget.checked })}
        />
      </div>
    </section>
  );
}
