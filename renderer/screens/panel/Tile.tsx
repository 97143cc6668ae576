import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seat } from '../../../shared/model/session';
import type { SeatBalance } from '../../../shared/panel/balance';
import { Key } from '../../parts/Key';
import { countdown, elapsed } from '../stage/countdown';
import { Arrived } from './Arrived';
import styles from './table.module.css';
import type { Floor } from './useFloor';

interface Props {
  seat: Seat;
  own: SeatBalance;
  /** Place at the table, from 1; up to 9 it is also the key. */
  number: number;
  /** The share of the speaking time that would be even, 0–1. */
  fairShare: number;
  speaks: boolean;
  paused: boolean;
  leastHeard: boolean;
  /** Place in the queue of raised hands, 0 = hand not raised. */
  place: number;
  closed: boolean;
  floor: Floor;
}

/** Names of more letters are set smaller, so that their parts stay whole. */
const LONG = 30;

type Bar = CSSProperties & { '--share': string; '--fair': string };

/** One speaker: a press hands over the floor; the hand has a button of its own. */
export function Tile(props: Props) {
  const { seat, own, number, fairShare, speaks, paused, leastHeard, place, closed, floor } = props;
  const { t } = useTranslation('panel');
  const key = number <= 9 ? String(number) : null;
  const bar: Bar = { '--share': `${own.share * 100}%`, '--fair': `${fairShare * 100}%` };
  const over = own.leftMs < 0;
  return (
    <li className={styles.tile} data-speaks={speaks} data-paused={paused}>
      <button
        type="button"
        className={styles.give}
        data-floor
        disabled={closed}
        aria-pressed={speaks}
        aria-keyshortcuts={key ?? undefined}
        onClick={() => floor.give(seat.id)}
      >
        <span className={styles.tileHead}>
          {key && <Key>{key}</Key>}
          <span className={styles.name} data-long={seat.name.length > LONG}>
            {seat.name}
          </span>
        </span>
        <span className={styles.role}>{seat.title || seat.organisation}</span>
        <span className={styles.times}>
          <span>
            <span className={styles.label}>{t('spoken')}</span> <b>{elapsed(own.spokenMs)}</b>
          </span>
          <span data-over={over}>
            <span className={styles.label}>{over ? t('overBudget') : t('left')}</span>{' '}
            <b>{over ? elapsed(-own.leftMs) : countdown(own.leftMs)}</b>
          </span>
        </span>
        <span className={styles.bar} style={bar} aria-hidden="true" />
        <span className={styles.share}>
          {t('share', { percent: Math.round(own.share * 100) })}
          {leastHeard && <span className={styles.least}>{t('leastHeard')}</span>}
          {speaks && <span className={styles.speaks}>{t('speaks')}</span>}
          {paused && <span className={styles.speaks}>{t('paused')}</span>}
        </span>
      </button>
      <div className={styles.tileFoot}>
        <Arrived participant={seat.participant} />
        <button
          type="button"
          className={styles.hand}
          aria-pressed={place > 0}
          aria-label={t(place > 0 ? 'handUp' : 'handDown', { name: seat.name, place })}
          title={key ? `Shift+${key}` : undefined}
          disabled={closed}
          onClick={() => floor.hand(seat.id)}
        >
          <HandSign />
          {place > 0 ? t('place', { place }) : t('hand')}
        </button>
      </div>
    </li>
  );
}

function HandSign() {
  return (
    <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
      <path
        d="M8 12V5.500a1.500 1.500 0 0 1 3 0V11 V4a1.500 1.500 0 0 1 3 0v7 M14 11V5.500a1.500 1.500 0 0 1 3 0V15c0 4-2 6-5 6-4 0-5-2-7.500-6.500C3.700 13 5.600 11.800 8 15z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.800"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
