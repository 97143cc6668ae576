import { useEffect, useMemo, useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../shared/model/units';
import { panelReport } from '../../../shared/panel/report';
import type { PanelReport as Report } from '../../../shared/panel/report';
import { reportCsv } from '../../../shared/panel/reportCsv';
import { timelineSvg } from '../../../shared/panel/timeline';
import { useEventDesk } from '../../desk';
import { download } from '../../parts/download';
import { elapsed } from '../stage/countdown';
import type { PanelSession } from './panels';
import { GroupTable } from './GroupTable';
import { ReportTable } from './ReportTable';
import styles from './report.module.css';
import { pngBlob, svgBlob } from './svgPicture';
import { useReportWords } from './useReportWords';
import { useSeenAtOnce } from './useSeenAtOnce';

interface Props {
  session: PanelSession;
  now: Instant;
  /** Somebody has just asked for it; else it is open because the panel has ended. */
  asked: boolean;
}

/** How often the drawing of a running panel is made anew, ms. */
const REDRAW = 5_000;

/** Who spoke how long and when: for the moderator, while the panel runs or afterwards. */
export function PanelReport({ session, now, asked }: Props) {
  const { t } = useTranslation('panel');
  const { state } = useEventDesk();
  const [failed, setFailed] = useState(false);
  const part = useSeenAtOnce<HTMLElement>(asked);
  const words = useReportWords(session.title || t('untitled'));
  const report = panelReport(state, session, now);
  const drawnAt = report.running ? lastRedraw(report, now) : report.until;
  const svg = useMemo(
    () => timelineSvg(panelReport(state, session, drawnAt), words),
    [state, session, drawnAt, words],
  );
  const save = (kind: string, blob: Blob) => {
    const title = session.title || t('untitled');
    download(blob, `${fileName(title)}.${kind}`);
  };
  const savePng = async () => {
    setFailed(false);
    try {
      save('png', await pngBlob(svg));
    } catch {
      setFailed(true);
    }
  };
  const csv = () => new Blob([reportCsv(report, words)], { type: 'text/csv;charset=utf-8' });
  return (
    <section ref={part} className={styles.report} aria-label={t('report')}>
      <header>
        <h2>{t('report')}</h2>
        <Button size="compact-md" variant="default" onClick={() => void savePng()}>
          {t('report.png')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => save('svg', svgBlob(svg))}>
          {t('report.svg')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => save('csv', csv())}>
          {t('report.csv')}
        </Button>
      </header>
      {failed && <p role="alert">{t('report.noPng')}</p>}
      <p className={styles.quiet}>{t(report.running ? 'report.soFar' : 'report.private')}</p>
      <Drawing svg={svg} />
      <ReportTable report={report} words={words} />
      <p>
        {t('report.evenness', { index: report.jain.toFixed(2).replace('.', words.decimal) })}{' '}
        {t('report.lengths', {
          lasted: elapsed(report.panelMs),
          planned: elapsed(report.lengthMs),
        })}{' '}
        {report.corrections > 0 && t('report.corrections', { count: report.corrections })}
      </p>
      <div className={styles.groups}>
        <GroupTable heading={t('report.bySector')} groups={report.bySector} word={words.sector} />
        <GroupTable heading={t('report.byRole')} groups={report.byRole} word={words.role} />
      </div>
    </section>
  );
}

/** When the drawing of a running panel was made last: never before what it has to show. */
function lastRedraw(
  { turns, startedAt }: Pick<Report, 'turns' | 'startedAt'>,
  now: Instant,
): Instant {
  const latest = turns.at(-1)?.from ?? startedAt ?? now;
  return Math.max(Math.floor(now / REDRAW) * REDRAW, latest);
}

/** As a picture of its own, so that nothing in it can become part of the page. */
function Drawing({ svg }: { svg: string }) {
  const { t } = useTranslation('panel');
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(svgBlob(svg));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  if (address === '') return null;
  return (
    <div className={styles.drawing}>
      <img src={address} alt={t('report.drawing')} />
    </div>
  );
}

/** A title as a file's name on every system. */
function fileName(title: string): string {
  const plain = title.replace(/[^\p{L}\p{N} _-]+/gu, ' ').trim();
  return plain.replace(/\s+/g, '-').slice(0, 80) || 'panel';
}
