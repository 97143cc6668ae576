import { useRef } from 'react';
import { Button, Loader, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BadgeSettings } from '../../../shared/contract';
import { fullName } from '../../../shared/model/participant';
import { Icon } from '../../parts/Icon';
import { PrintJobs, ReprintAsk, type Printers } from '../../parts/printing';
import { Refused } from '../../parts/Refused';
import { useSpeech } from '../../words/useSpeech';
import styles from './preview.module.css';
import words from './words.module.css';
import { Document } from './Document';
import type { Previewing } from './usePreview';
import { usePrinting } from './usePrinting';
import { Warnings } from './Warnings';

interface Props {
  previewing: Previewing;
  settings: BadgeSettings;
  printers: Printers;
  /** Everybody whose badge it is, by id. */
  who: readonly string[];
  /** Why there is nothing to print, '' when there is. */
  nobody: string;
  /** The badge lies on its side on the page, as the printer feeds it. */
  lying: boolean;
  onPrinted(): void;
}

/** The PDF, what is to be said of it, and the way to paper; a reprint is asked about once. */
export function PreviewPane(props: Props) {
  const { previewing, settings, printers, who, nobody, lying, onPrinted } = props;
  const { t } = useTranslation('badges');
  const { failure: inWords } = useSpeech();
  const frame = useRef<HTMLIFrameElement>(null);
  const printer = printers.settings?.printers[settings.layout];
  const printing = usePrinting({ frame, previewing, settings, printer, who, onPrinted });
  const { preview, failure, making, share, outdated, again, giveUp } = previewing;
  const { asked, sent, busy } = printing;
  const isPart = preview !== null && preview.badges < preview.of;
  const canPrint = preview !== null && !making && share === null && !busy;

  return (
    <section className={styles.pane} aria-label={t('preview')}>
      <div className={styles.bar}>
        <p className={styles.counts} aria-live="polite">
          {making && <Loader size="xs" />}
          {preview ? (
            <>
              <b>{t('badges', { count: preview.of })}</b>
              {isPart ? (
                <span> · {t('shown', { count: preview.badges })}</span>
              ) : (
                <span> · {t('pages', { count: preview.pages })}</span>
              )}
            </>
          ) : (
            making && t('making')
          )}
        </p>
        {outdated && !making && share === null && (
          <Button size="compact-md" variant="light" onClick={again}>
            {t('outdated')}
          </Button>
        )}
        {isPart && (
          <Button variant="light" disabled={!canPrint} onClick={() => void previewing.makeAll()}>
            {t('checkAll')}
          </Button>
        )}
        <Button
          variant="default"
          disabled={!canPrint}
          onClick={() => printing.begin('save')}
          leftSection={<Icon name="file" size={18} />}
        >
          {t('save')}
        </Button>
        <Button
          disabled={!canPrint}
          onClick={() => printing.begin('print')}
          leftSection={<Icon name="print" size={18} />}
        >
          {printer ? t('printOn', { printer }) : t('print')}
        </Button>
      </div>
      {share !== null && (
        <div className={styles.progress}>
          <Progress value={share * 100} aria-label={t('making')} />
          <span>{t('makingAll', { count: who.length, percent: Math.round(share * 100) })}</span>
          <Button size="compact-md" variant="default" onClick={giveUp}>
            {t('common:cancel')}
          </Button>
        </div>
      )}
      {asked && (
        <ReprintAsk
          names={asked.before.slice(0, 3).map(fullName).join(', ')}
          count={asked.before.length}
          onAnswer={asked.answer}
        />
      )}
      {sent && (
        <div className={styles.ask} data-good role="alert">
          <p>{t('cameOut')}</p>
          <Button size="xs" onClick={() => void printing.mark()}>
            {t('mark', { count: sent.participants.length })}
          </Button>
          <Button size="xs" variant="default" onClick={printing.forget}>
            {t('notMark')}
          </Button>
          <Refused why={printing.refused} />
        </div>
      )}
      <PrintJobs brief warns={false} />
      {preview && <Warnings warnings={preview.warnings} />}
      {failure && (
        <p className={words.failure} role="alert">
          {inWords(failure)}
        </p>
      )}
      {nobody !== '' && <p className={words.alone}>{nobody}</p>}
      {preview && lying && <p className={words.quiet}>{t('lying')}</p>}
      {preview && (
        <Document ref={frame} address={preview.address} whole={lying} onReady={printing.shown} />
      )}
    </section>
  );
}
