import { useTranslation } from 'react-i18next';
import type { Duration } from '../../../shared/model/units';
import type { PanelReport, Spoken } from '../../../shared/panel/report';
import type { ReportWords } from '../../../shared/panel/reportCsv';
import { SectorMark } from '../../parts/SectorMark';
import { elapsed } from '../stage/countdown';
import styles from './report.module.css';

interface Props {
  report: PanelReport;
  words: ReportWords;
}

const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)} %`);

/** A row per panelist, then those beside the table, then everything together. */
export function ReportTable({ report, words }: Props) {
  const { t } = useTranslation('panel');
  const heads = [
    'name',
    'spoken',
    'share',
    'budget',
    'ofBudget',
    'turns',
    'longest',
    'mean',
  ] as const;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {words.column(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.speakers.map((one) => (
            <tr key={one.seat}>
              <th scope="row">
                <SectorMark sector={one.sector} /> {one.name}
                {one.dropped && <span className={styles.quiet}> {t('report.left')}</span>}
              </th>
              <td>{elapsed(one.spokenMs)}</td>
              <td>{percent(one.share)}</td>
              <td>{elapsed(one.budgetMs)}</td>
              <td>{percent(one.ofBudget)}</td>
              <Turns figures={one} />
            </tr>
          ))}
          <Beside
            name={words.moderator}
            ms={report.moderator.spokenMs}
            figures={report.moderator}
          />
          <Beside name={words.audience} ms={report.audience.spokenMs} figures={report.audience} />
          <Beside name={words.silence} ms={report.silenceMs} />
        </tbody>
        <tfoot>
          <Beside name={words.total} ms={report.panelMs} />
        </tfoot>
      </table>
    </div>
  );
}

function Turns({ figures }: { figures: Spoken }) {
  return (
    <>
      <td>{figures.turns}</td>
      <td>{elapsed(figures.longestMs)}</td>
      <td>{elapsed(figures.meanMs)}</td>
    </>
  );
}

const NONE = (
  <>
    <td>–</td>
    <td>–</td>
    <td>–</td>
  </>
);

function Beside({ name, ms, figures }: { name: string; ms: Duration; figures?: Spoken }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{elapsed(ms)}</td>
      <td>–</td>
      <td>–</td>
      <td>–</td>
      {figures ? <Turns figures={figures} /> : NONE}
    </tr>
  );
}
