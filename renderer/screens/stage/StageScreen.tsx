import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageView } from '../../../shared/stage/view';
import { HallView } from './HallView';
import { SpeakerView } from './SpeakerView';
import styles from './stage.module.css';
import { StageGuard } from './StageGuard';
import { useAwake } from './useAwake';
import { useStage } from './useStage';

interface Props {
  event: string;
  view: 'speaker' | 'hall';
}

/**
 * A screen that the speakers or the hall see. It needs nobody: it ticks on by itself when the desk is
 * silent, says so in a corner, and goes on when the desk is back.
 */
export default function StageScreen({ event, view }: Props) {
  return (
    <StageGuard>
      <Stage event={event} view={view} />
    </StageGuard>
  );
}

function Stage({ event, view: which }: Props) {
  const { t } = useTranslation('stage');
  const { view, now, stale } = useStage(event);
  useAwake();
  useFullScreenKey();
  const name = view?.event.name;
  useEffect(() => {
    if (name) document.title = `${name} – ${t(`title.${which}`)}`;
  }, [name, t, which]);

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

function View(props: { which: Props['view']; view: StageView; now: number }) {
  const { which, ...rest } = props;
  return which === 'speaker' ? <SpeakerView {...rest} /> : <HallView {...rest} />;
}

/** F fills the display, for a browser that stands in for the stage's own window. */
function useFullScreenKey() {
  useEffect(() => {
    const onKey = (press: KeyboardEvent) => {
      if (press.key.toLowerCase() !== 'f' || press.ctrlKey || press.metaKey || press.altKey) return;
      if (document.fullscreenElement) void document.exitFullscreen();
      else void document.documentElement.requestFullscreen();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
