import { useRef, useState } from 'react';
import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../../desk';
import { download } from '../../parts/download';
import { Icon } from '../../parts/Icon';
import { Refused } from '../../parts/Refused';
import { useAsking } from '../../parts/useAsking';
import { useSpeech } from '../../words/useSpeech';
import styles from './badges.module.css';
import { Document } from './Document';
import type { Preview, Previewing } from './usePreview';
import { Warnings } from './Warnings';
import { printedBefore } from './whom';

interface Props {
  previewing: Previewing;
  /** Why there is nothing to print, '' when there is. */
  nobody: string;
  /** The badge lies on its side on the page, as the printer feeds it. */
  lying: boolean;
  /** Leaves out those who have had a badge. */
  onOnlyNew(): void;
  onPrinted(): void;
}

type Way = 'print' | 'save';

/** The PDF, what is to be said of it, and the way to paper; a reprint is asked about once. */
export function PreviewPane({ previewing, nobody, lying, onOnlyNew, onPrinted }: Props) {
  const { t } = useTranslation('badges');
  const { state } = useEventDesk();
  const { failure: inWords } = useSpeech();
  const { ask, refused } = useAsking();
  const frame = useRef<HTMLIFrameElement>(null);
  const [asking, setAsking] = useState<{ of: Preview; way: Way } | null>(null);
  const [sent, setSent] = useState<Preview | null>(null);
  const { preview, failure, making, outdated, again } = previewing;
  const before = preview ? printedBefore(state.participants, preview.participants) : [];
  const asked = asking !== null && asking.of === preview ? asking : null;

  const put = (way: Way, of: Preview) => {
    setAsking(null);
    if (way === 'save') download(of.document, `${t('file')}.pdf`);
    else printFrame(frame.current, of.address);
    setSent(of);
  };
  const begin = (way: Way) => {
    if (!preview) return;
    if (before.length > 0 && sent !== preview) setAsking({ of: preview, way });
    else put(way, preview);
  };
  const mark = async (of: Preview) => {
    if (await ask({ type: 'badges.printed', who: of.participants })) {
      setSent(null);
      onPrinted();
    }
  };

  return (
    <section className={styles.pane} aria-label={t('preview')}>
      <div className={styles.bar}>
        <p className={styles.counts} aria-live="polite">
          {making && <Loader size="xs" />}
          {preview ? (
            <>
              <b>{t('badges', { count: preview.badges })}</b> ·{' '}
              {t('pages', { count: preview.pages })}
            </>
          ) : (
            making && t('making')
          )}
        </p>
        {outdated && !making && (
          <Button size="compact-md" variant="light" onClick={again}>
            {t('outdated')}
          </Button>
        )}
        <Button
          variant="default"
          disabled={!preview || making}
          onClick={() => begin('save')}
          leftSection={<Icon name="file" size={18} />}
        >
          {t('save')}
        </Button>
        <Button
          disabled={!preview || making}
          onClick={() => begin('print')}
          leftSection={<Icon name="print" size={18} />}
        >
          {t('print')}
        </Button>
      </div>
      {asked && (
        <div className={styles.ask} role="alert">
          <p>
            {t('reprint', {
              count: before.length,
              times: before.reduce((sum, person) => sum + person.prints.length, 0),
            })}
          </p>
          <Button size="xs" onClick={() => put(asked.way, asked.of)}>
            {t('reprintAll', { count: asked.of.badges })}
          </Button>
          {before.length < asked.of.badges && (
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                setAsking(null);
                onOnlyNew();
              }}
            >
              {t('reprintNew', { count: asked.of.badges - before.length })}
            </Button>
          )}
          <Button size="xs" variant="subtle" onClick={() => setAsking(null)}>
            {t('common:cancel')}
          </Button>
        </div>
      )}
      {sent && (
        <div className={styles.ask} data-good role="alert">
          <p>{t('cameOut')}</p>
          <Button size="xs" onClick={() => void mark(sent)}>
            {t('mark', { count: sent.badges })}
          </Button>
          <Button size="xs" variant="default" onClick={() => setSent(null)}>
            {t('notMark')}
          </Button>
          <Refused why={refused} />
        </div>
      )}
      {preview && <Warnings warnings={preview.warnings} />}
      {failure && (
        <p className={styles.failure} role="alert">
          {inWords(failure)}
        </p>
      )}
      {nobody !== '' && <p className={styles.alone}>{nobody}</p>}
      {preview && lying && <p className={styles.quiet}>{t('lying')}</p>}
      {preview && <Document ref={frame} address={preview.address} whole={lying} />}
    </section>
  );
}

/** Prints what the frame shows; where the frame shows no PDF, the file is opened to be printed there. */
function printFrame(frame: HTMLIFrameElement | null, address: string): void {
  const shown = navigator.pdfViewerEnabled ? frame?.contentWindow : null;
  if (!shown) {
    window.open(address, '_blank');
    return;
  }
  try {
    shown.focus();
    shown.print();
  } catch {
    // A viewer of another origin, as Firefox's, lets nobody print from outside: it has a button of its own.
    window.open(address, '_blank');
  }
}
