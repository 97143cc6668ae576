import { memo } from 'react';
import type { RefObject } from 'react';
import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import { useSpeech } from '../../words/useSpeech';
import { FOUND_LIMIT } from './directory';
import { FILTERS } from './listed';
import type { Filter } from './listed';
import styles from './SearchBar.module.css';

/** Rows that Page Up and Page Down pass over. */
const PAGE = 8;

interface Props {
  ref: RefObject<HTMLInputElement | null>;
  query: string;
  filter: Filter;
  /** How many are listed. */
  found: number;
  /** Element id of the highlighted row. */
  rowId: string | undefined;
  onType(text: string): void;
  onFilter(filter: Filter): void;
  /** Moves the highlight by so many rows. */
  onStep(step: number): void;
  onEnter(): void;
  /** Ticks the highlighted row, or takes its tick away. */
  onTick(): void;
  onWalkIn(): void;
}

/** The one box for everything: letters of anything, a code, a scan. */
export function SearchBar({ ref, query, filter, found, rowId, ...deeds }: Props) {
  const { t } = useTranslation('reception');
  const speech = useSpeech();
  const isCut = query.trim() !== '' && found >= FOUND_LIMIT;
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: PAGE,
    PageUp: -PAGE,
  };
  return (
    <div className={styles.place}>
      <div className={styles.bar}>
        <div className={styles.box}>
          <div className={styles.inside}>
            <div className={styles.line}>
              <Icon name="search" size={24} />
              <span className={styles.field}>
                <input
                  ref={ref}
                  type="text"
                  className={styles.input}
                  value={query}
                  autoFocus
                  autoComplete="off"
                  autoCorrect="off"
                  spellCheck={false}
                  placeholder={t('search.placeholder')}
                  aria-label={t('search.label')}
                  aria-controls="people"
                  aria-activedescendant={rowId}
                  onChange={(change) => deeds.onType(change.currentTarget.value)}
                  onKeyDown={(key) => {
                    const step = steps[key.key];
                    if (step !== undefined) {
                      key.preventDefault();
                      deeds.onStep(step);
                    } else if (key.key === 'Insert' || (key.ctrlKey && key.key === ' ')) {
                      key.preventDefault();
                      deeds.onTick();
                    } else if (key.key === 'Enter' && !key.nativeEvent.isComposing) {
                      key.preventDefault();
                      // A key held down is one answer: it never lets in somebody who has cancelled.
                      if (!key.repeat) deeds.onEnter();
                    }
                  }}
                />
              </span>
              <span className={styles.found} aria-live="polite">
                {t(isCut ? 'search.foundMany' : 'search.found', {
                  count: found,
                  number: speech.number(found),
                })}
              </span>
            </div>
          </div>
        </div>
        <Beside filter={filter} onFilter={deeds.onFilter} onWalkIn={deeds.onWalkIn} />
      </div>
    </div>
  );
}

/** What stands beside the box; a keystroke in it is no reason to draw these anew. */
const Beside = memo(function Beside({
  filter,
  onFilter,
  onWalkIn,
}: Pick<Props, 'filter' | 'onFilter' | 'onWalkIn'>) {
  const { t } = useTranslation('reception');
  return (
    <>
      <SegmentedControl
        className={styles.filter}
        size="sm"
        aria-label={t('filter.label')}
        value={filter}
        onChange={(value) => onFilter(FILTERS.find((one) => one === value) ?? 'all')}
        data={FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
      />
      <Button
        className={styles.walkIn}
        size="md"
        variant="default"
        leftSection={<Icon name="personAdd" />}
        rightSection={<kbd className="key">F2</kbd>}
        onClick={onWalkIn}
      >
        {t('walkIn.open')}
      </Button>
    </>
  );
});
