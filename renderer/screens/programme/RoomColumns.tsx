import { Fragment } from 'react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../shared/model/units';
import type { Projection } from '../../../shared/programme/project';
import { blocksOf, followerOf } from './blocks';
import { linesOf } from './lines';
import type { Line } from './lines';
import { RemovedLine } from './RemovedLine';
import styles from './rooms.module.css';
import { RunCard } from './RunCard';
import { SessionForm } from './SessionForm';
import type { Sheet } from './useSheet';

interface Props {
  programme: readonly Projection[];
  rooms: readonly string[];
  /** The room that the keys act on. */
  chosen: string | undefined;
  now: Instant;
  sheet: Sheet;
}

type Grid = CSSProperties & { '--rooms': number };

/** The day with a column for each room; what everybody shares goes across. */
export function RoomColumns({ programme, rooms, chosen, now, sheet }: Props) {
  const { t } = useTranslation('programme');
  const style: Grid = { '--rooms': rooms.length };
  const { editing, moving, removing } = sheet;
  const lineOf = (line: Line) =>
    'removed' in line ? (
      <div key={line.session.id} className={styles.removed}>
        <RemovedLine one={line.removed} removing={removing} />
      </div>
    ) : (
      <RunCard
        key={line.session.id}
        one={line.one}
        next={followerOf(line.one, programme)}
        now={now}
        sheet={sheet}
      />
    );
  return (
    <section className={styles.day} data-sheet aria-label={t('sheet')}>
      {blocksOf(linesOf(programme, removing.removed), rooms).map((block) =>
        'common' in block ? (
          <Fragment key={block.common.session.id}>{lineOf(block.common)}</Fragment>
        ) : (
          <div
            key={block.rooms.map(({ sessions }) => sessions[0]?.session.id).join(' ')}
            className={styles.columns}
            style={style}
          >
            {block.rooms.map(({ room, sessions }) => (
              <section
                key={room}
                className={styles.column}
                aria-label={room}
                data-column={room}
                data-chosen={room === chosen}
                data-over={moving.drag.column === room}
              >
                <h2 className={styles.room}>{room}</h2>
                {sessions.map(lineOf)}
              </section>
            ))}
          </div>
        ),
      )}
      {editing.session === 'new' && (
        <div className={styles.form}>
          <SessionForm key={editing.turn} session={null} room={chosen ?? ''} onDone={editing.end} />
        </div>
      )}
    </section>
  );
}
