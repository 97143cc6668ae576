import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cellInWords, tourTable } from '../../../shared/figures/tourTable';
import type { Figures } from '../../../shared/figures/model';
import type { FigureWords } from '../../../shared/figures/words';
import styles from './tour.module.css';

/** The whole table, one line an event; it scrolls sideways by itself where the screen is narrow. */
export function TourTable({ figures, words }: { figures: readonly Figures[]; words: FigureWords }) {
  const { t } = useTranslation('tour');
  const { columns, rows, total } = tourTable(figures, words);
  const isNumber = (at: number) => at > 2 || undefined;
  const line = (row: (typeof rows)[number]) =>
    row.map((cell, at) => cellInWords(cell, columns[at]?.kind ?? 'text', words));
  const cells = (row: (typeof rows)[number]) =>
    line(row).map((cell, at) =>
      at === 0 ? (
        <th key={columns[at]?.name} scope="row">
          {cell}
        </th>
      ) : (
        <td key={columns[at]?.name} data-number={isNumber(at)}>
          {cell}
        </td>
      ),
    );
  return (
    <Box component="section" className={`card ${styles.wide}`} tabIndex={0} aria-label={t('table')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ name }, at) => (
              <th key={name} scope="col" data-number={isNumber(at)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={`${at} ${row[0]}`}>{cells(row)}</tr>
          ))}
        </tbody>
        <tfoot>
          <tr>{cells(total)}</tr>
        </tfoot>
      </table>
    </Box>
  );
}
