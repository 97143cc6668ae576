import { useTranslation } from 'react-i18next';
import { seated } from '../../../shared/model/session';
import type { Balance } from '../../../shared/panel/balance';
import styles from './table.module.css';
import type { PanelSession } from './panels';
import { Tile } from './Tile';
import type { Floor } from './useFloor';

interface Props {
  session: PanelSession;
  figures: Balance;
  floor: Floor;
}

/** The table, in seating order. Those who are absent take no key. */
export function Tiles({ session, figures, floor }: Props) {
  const { t } = useTranslation('panel');
  const seats = seated(session.panel);
  const weights = seats.reduce((sum, seat) => sum + seat.weight, 0);
  if (seats.length === 0) return <p className={styles.noSeats}>{t('noSeats')}</p>;
  return (
    <ol className={styles.tiles} aria-label={t('table')}>
      {seats.map((seat, at) => {
        const own = figures.perSeat.find((one) => one.seat === seat.id);
        return (
          own && (
            <Tile
              key={seat.id}
              seat={seat}
              own={own}
              number={at + 1}
              fairShare={seat.weight / weights}
              speaks={figures.current?.speaker === seat.id}
              paused={figures.paused === seat.id}
              leastHeard={figures.leastHeard === seat.id && session.startedAt !== null}
              place={session.panel.hands.indexOf(seat.id) + 1}
              closed={session.endedAt !== null}
              floor={floor}
            />
          )
        );
      })}
    </ol>
  );
}
