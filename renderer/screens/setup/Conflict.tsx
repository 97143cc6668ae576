import { useTranslation } from 'react-i18next';
import type { PlanLine } from './planLines';
import { useFieldWords } from './useFieldWords';
import { keyOf } from './useImport';
import type { Intake, Taken } from './useImport';
import own from './Import.module.css';
import styles from './SetupScreen.module.css';

interface Props {
  line: PlanLine;
  taken: Taken;
  busy: boolean;
  onDecide: Intake['decide'];
}

/** What was changed at a desk against what the file says; the desk's stays unless one decides. */
export function Conflict({ line, taken, busy, onDecide }: Props) {
  const { t } = useTranslation('import');
  const { word, said } = useFieldWords();
  return line.changes.map(({ field, from, to }) => {
    const forFile = taken.has(keyOf(line.id, field));
    const decide = (file: boolean) => onDecide([{ id: line.id, field }], file);
    return (
      <span key={field} className={styles.change}>
        <span className={styles.dim}>{word(field)}: </span>
        <span className={own.sides}>
          <button
            type="button"
            className={own.side}
            aria-pressed={!forFile}
            disabled={busy}
            onClick={() => decide(false)}
          >
            {t('wizard.desk', { value: said(field, from) })}
          </button>
          <button
            type="button"
            className={own.side}
            aria-pressed={forFile}
            disabled={busy}
            onClick={() => decide(true)}
          >
            {t('wizard.file', { value: said(field, to) })}
          </button>
        </span>
      </span>
    );
  });
}
