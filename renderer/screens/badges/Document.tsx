import { useEffect, useRef, type RefObject } from 'react';
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './preview.module.css';

interface Props {
  ref: RefObject<HTMLIFrameElement | null>;
  address: string;
  /** Shows a page whole rather than as wide as can be. */
  whole: boolean;
  /** The document is shown, or offered where it cannot be. */
  onReady(): void;
}

/** The PDF itself in the browser's own viewer; where there is none, a way to the file. */
export function Document({ ref, address, whole, onReady }: Props) {
  const { t } = useTranslation('badges');
  const ready = useRef(onReady);
  useEffect(() => {
    ready.current = onReady;
  });
  useEffect(() => {
    const frame = ref.current;
    const tell = () => ready.current();
    frame?.addEventListener('load', tell);
    return () => frame?.removeEventListener('load', tell);
  }, [ref]);
  if (!navigator.pdfViewerEnabled) {
    return (
      <div className={styles.noViewer}>
        <p>{t('noViewer')}</p>
        <Anchor href={address} target="_blank" rel="noopener">
          {t('openFile')}
        </Anchor>
      </div>
    );
  }
  return (
    <iframe
      ref={ref}
      className={styles.document}
      title={t('document')}
      src={`${address}#toolbar=0&navpanes=0&view=${whole ? 'Fit' : 'FitH'}`}
    />
  );
}
