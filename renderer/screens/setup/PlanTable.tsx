import { useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import { Conflict } from './Conflict';
import type { PlanLine } from './planLines';
import { useFieldWords } from './useFieldWords';
import type { Intake, Taken } from './useImport';
import styles from './SetupScreen.module.css';

/** Height of a line with one change, CSS pixels; longer ones are measured. */
const LINE = 44;

/** What scrolls must be reachable by keyboard. */
const BY_KEYBOARD = 0;

interface Props {
  lines: readonly PlanLine[];
  /** The conflicts decided for the file. */
  taken: Taken;
  busy: boolean;
  onDecide: Intake['decide'];
}

/** Every row of the file with what would happen to it; only the lines in sight are drawn. */
export function PlanTable({ lines, taken, busy, onDecide }: Props) {
  const { t } = useTranslation('setup');
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE,
    overscan: 8,
  });
  if (lines.length === 0) return <p className={styles.dim}>{t('plan.nothing')}</p>;
  return (
    <section
      ref={scroll}
      className={`card ${styles.plan}`}
      tabIndex={BY_KEYBOARD}
      aria-label={t('plan.label')}
    >
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              data-kind={line.kind}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <span className={styles.rowNumber}>{t('plan.row', { row: line.row })}</span>
              <span className={styles.lineKind}>{t(`line.${line.kind}`)}</span>
              <b className={styles.lineName}>{line.name}</b>
              <span className={styles.what}>
                {line.kind === 'conflict' ? (
                  <Conflict line={line} taken={taken} busy={busy} onDecide={onDecide} />
                ) : (
                  <What line={line} />
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function What({ line }: { line: PlanLine }) {
  const { t, i18n } = useTranslation(['import', 'terms']);
  const { word, said } = useFieldWords();
  if (line.rejected) {
    const { code, params, reason } = line.rejected;
    const key = `import:rejected.${code}`;
    const { field } = params;
    const shown = typeof field === 'string' ? { ...params, field: word(field) } : params;
    return i18n.exists(key) ? t(key, shown) : reason;
  }
  if (line.kind === 'added') {
    return line.values.map(({ field, value }) => said(field, value)).join(' · ');
  }
  return line.changes.map(({ field, from, to }) => (
    <span key={field} className={styles.change}>
      <span className={styles.dim}>{word(field)}: </span>
      <del>{said(field, from)}</del> → <ins>{said(field, to)}</ins>
    </span>
  ));
}
