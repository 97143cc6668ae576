import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../shared/model/participant';
import { highlighter } from '../../../shared/search/highlight';
import { useEventDesk } from '../../desk/EventDesk';
import { writeRoute } from '../../route';
import { useSpeech } from '../../words/useSpeech';
import { LongPress } from './longPress';
import { PersonRow, ROW_ID } from './PersonRow';
import { rowWords } from './rowWords';
import { Slots } from './slots';
import type { Answer } from './useReception';
import styles from './PersonList.module.css';

/** Height of a row in CSS pixels: big enough for a finger. */
const ROW = 60;

/** Rows drawn beyond those in sight: many while the list moves, few while somebody types. */
const BEYOND = { moving: 8, still: 2 };

interface Props {
  rows: readonly Participant[];
  query: string;
  /** Id of the highlighted person. */
  current: string;
  ticked: ReadonlySet<string>;
  answer: Answer | undefined;
  /** Nobody is registered at all. */
  isEmptyEvent: boolean;
  onCheckIn(id: string): void;
  onOpen(id: string): void;
  onTick(id: string): void;
}

/** The people found or, with nothing typed, everyone; only the rows in sight are drawn. */
export const PersonList = memo(function PersonList({
  rows,
  query,
  current,
  ticked,
  answer,
  isEmptyEvent,
  ...deeds
}: Props) {
  const { t } = useTranslation(['reception', 'terms']);
  const { state } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  const scroll = useRef<HTMLDivElement>(null);
  const words = useMemo(() => rowWords(t), [t]);
  const mark = useMemo(() => highlighter(query), [query]);
  const { onTick } = deeds;
  const press = useMemo(() => new LongPress(onTick), [onTick]);
  useEffect(() => () => press.end(), [press]);
  const [slots] = useState(() => new Slots());
  const beyond = useRef(BEYOND.still);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: beyond.current,
    onChange: ({ isScrolling }) => {
      beyond.current = isScrolling ? BEYOND.moving : BEYOND.still;
    },
  });
  const at = rows.findIndex((person) => person.id === current);
  useEffect(() => {
    if (at >= 0) bringIntoSight(virtual, at);
  }, [virtual, at, query]);

  if (rows.length === 0) return <NobodyHere query={query} isEmptyEvent={isEmptyEvent} />;
  const drawn = virtual.getVirtualItems();
  const shown = drawn.flatMap(({ index }) => rows[index]?.id ?? []);
  const slotOf = slots.assign(shown);
  return (
    <div className={styles.frame}>
      <div
        ref={scroll}
        className={`card ${styles.scroll}`}
        data-testid="people"
        onPointerDownCapture={({ target }) => slots.hold(personAt(target))}
        onFocusCapture={({ target }) => slots.hold(personAt(target))}
      >
        <ul
          id="people"
          className={styles.list}
          style={{ height: virtual.getTotalSize() }}
          aria-label={t('list.label')}
        >
          {drawn.map((item) => {
            const person = rows[item.index];
            if (!person) return null;
            return (
              <PersonRow
                key={slotOf.get(person.id)}
                person={person}
                query={query}
                mark={mark}
                press={press}
                place={item.index + 1}
                of={rows.length}
                isCurrent={person.id === current}
                isTicked={ticked.has(person.id)}
                answer={answer?.person === person.id ? answer : undefined}
                top={item.start}
                height={item.size}
                t={t}
                words={words}
                speech={speech}
                {...deeds}
              />
            );
          })}
        </ul>
      </div>
    </div>
  );
});

/** Id of the person whose row something is in. */
function personAt(target: EventTarget): string {
  const row = target instanceof Element ? target.closest('li') : null;
  return row?.id.slice(ROW_ID.length) ?? '';
}

/**
 * Scrolls no further than needed to show a row whole. Reckoned from what the virtualizer knows already: asking the
 * browser for the height of the list would make it lay out the page in the middle of a keystroke.
 */
function bringIntoSight(virtual: Virtualizer<HTMLDivElement, Element>, at: number): void {
  const { scrollOffset, scrollRect, scrollElement } = virtual;
  if (!scrollElement || !scrollRect) return;
  const top = at * ROW;
  const from = scrollOffset ?? 0;
  if (top < from) scrollElement.scrollTop = top;
  else if (top + ROW > from + scrollRect.height) {
    scrollElement.scrollTop = top + ROW - scrollRect.height;
  }
}

function NobodyHere({ query, isEmptyEvent }: { query: string; isEmptyEvent: boolean }) {
  const { t } = useTranslation('reception');
  const { eventId } = useEventDesk();
  return (
    <div className={`card ${styles.nobody}`} id="people">
      {isEmptyEvent ? (
        <>
          <p className={styles.nobodyTitle}>{t('empty.event')}</p>
          <p>
            {t('empty.eventHow')}{' '}
            <a href={writeRoute({ at: 'event', event: eventId, screen: 'setup' })}>
              {t('empty.import')}
            </a>
          </p>
        </>
      ) : (
        <>
          <p className={styles.nobodyTitle}>
            {query.trim() === '' ? t('empty.filter') : t('empty.search', { query })}
          </p>
          {query.trim() !== '' && <p>{t('empty.searchHow')}</p>}
        </>
      )}
    </div>
  );
}
