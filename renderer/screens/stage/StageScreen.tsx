import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageView, StageViewName } from '../../../shared/stage/view';
import { useSpeech } from '../../words/useSpeech';
import { BackstageView } from './BackstageView';
import { ClockView } from './ClockView';
import { HallView } from './HallView';
import { SpeakerView } from './SpeakerView';
import styles from './stage.module.css';
import { StageGuard } from './StageGuard';
import { TestPicture } from './TestPicture';
import { useAwake } from './useAwake';
import { useStage } from './useStage';

interface Props {
  event: string;
  view: StageViewName;
  /** What the display is called, for the test picture. */
  display?: string;
  /** Of which room, where there are several. */
  room?: string;
}

/**
 * A screen that the speakers, the hall or those behind the stage see. It needs nobody: it ticks on by
 * itself when the desk is silent, says so in a corner, and goes on when the desk is back.
 */
export default function StageScreen(props: Props) {
  return (
    <StageGuard>
      <Stage {...props} />
    </StageGuard>
  );
}

function Stage({ event, view: asked, display = '', room }: Props) {
  const { t } = useTranslation('stage');
  const { view, now, stale } = useStage(event, room);
  const { clock } = useSpeech(view?.event.timeZone);
  const testing = useStageKeys();
  useAwake();
  const which = testing ? 'test' : asked;
  const name = view?.event.name;
  useEffect(() => {
    if (name) document.title = [name, room, t(`title.${asked}`)].filter(Boolean).join(' – ');
  }, [name, room, t, asked]);

  if (which === 'test') {
    const label = display || t(`title.${asked}`);
    return (
      <main className={styles.stage} data-stage="test">
        <TestPicture display={label} time={view ? clock(now, true) : ''} />
      </main>
    );
  }
  if (view?.blackout) {
    return <main className={styles.stage} data-stage="dark" aria-label={t('blackout')} />;
  }
  return (
    <main className={styles.stage} data-stage={which} data-stale={stale}>
      {view ? (
        <View which={which} view={view} now={now} />
      ) : (
        <p className={styles.wait}>{t('wait')}</p>
      )}
      {view && stale && <output className={styles.stale}>{t('stale')}</output>}
    </main>
  );
}

const VIEWS = {
  speaker: SpeakerView,
  hall: HallView,
  backstage: BackstageView,
  clock: ClockView,
} as const;

function View(props: { which: keyof typeof VIEWS; view: StageView; now: number }) {
  const { which, ...rest } = props;
  const One = VIEWS[which];
  return <One {...rest} />;
}

/**
 * F fills the display, for a browser that stands in for the stage's own window; T shows the test
 * picture until it is pressed again. Answers whether that is shown.
 */
function useStageKeys(): boolean {
  const [testing, setTesting] = useState(false);
  useEffect(() => {
    const onKey = (press: KeyboardEvent) => {
      if (press.ctrlKey || press.metaKey || press.altKey || press.repeat) return;
      const key = press.key.toLowerCase();
      if (key === 't') setTesting((shown) => !shown);
      if (key !== 'f') return;
      if (document.fullscreenElement) void document.exitFullscreen();
      else void document.documentElement.requestFullscreen();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return testing;
}
