import { memo } from 'react';
import type { TFunction } from 'i18next';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import type { Piece } from '../../../shared/search/highlight';
import { dialled, numberIn } from '../../../shared/search/phone';
import { Flags } from '../../parts/Flags';
import { Highlighted } from '../../parts/Highlighted';
import { Icon } from '../../parts/Icon';
import { SectorSign } from '../../parts/SectorMark';
import type { Speech } from '../../words/useSpeech';
import { shortOf, toneOf } from './answerWords';
import type { LongPress } from './longPress';
import type { DeedWord, RowWords } from './rowWords';
import type { Answer } from './useReception';
import styles from './PersonList.module.css';

/** Before a person's id in the element id of the row. */
export const ROW_ID = 'person-';

interface Props {
  person: Participant;
  query: string;
  /** What the query hits in a text. */
  mark(text: string): Piece[];
  /** A finger that stays ticks the row. */
  press: LongPress;
  /** Place in the whole list, from 1, and its length: what is not drawn is not there for a reader. */
  place: number;
  of: number;
  isCurrent: boolean;
  /** Picked to come in together with others. */
  isTicked: boolean;
  /** The desk's last answer, when it is about this person. */
  answer: Answer | undefined;
  /** Where the row stands and how high it is, CSS pixels. */
  top: number;
  height: number;
  /** The reception's words, handed down: a row that asked for them itself would scroll less smoothly. */
  t: TFunction<['reception', 'terms']>;
  words: RowWords;
  speech: Speech;
  onCheckIn(id: string): void;
  onOpen(id: string): void;
  onTick(id: string): void;
}

/** One person: who it is, what to know, where they stand, and the one deed that comes next. */
export const PersonRow = memo(function PersonRow(props: Props) {
  const { person, query, mark, press, answer, top, height, words } = props;
  return (
    <li
      id={`${ROW_ID}${person.id}`}
      className={styles.row}
      style={{ transform: `translateY(${top}px)`, height }}
      aria-current={props.isCurrent || undefined}
      aria-posinset={props.place}
      aria-setsize={props.of}
      data-ticked={props.isTicked || undefined}
      data-status={person.status}
      data-tone={answer && toneOf(answer)}
    >
      <Tick {...props} />
      <button
        type="button"
        className={styles.who}
        tabIndex={props.isCurrent ? 0 : -1}
        title={words.open}
        onPointerDown={({ pointerType, clientX, clientY }) => {
          if (pointerType === 'touch') press.begin(person.id, clientX, clientY);
        }}
        onPointerMove={({ clientX, clientY }) => press.move(clientX, clientY)}
        onPointerUp={() => press.end()}
        onPointerCancel={() => press.end()}
        onContextMenu={(menu) => {
          if (press.held) menu.preventDefault();
        }}
        onClick={() => {
          if (!press.swallows()) props.onOpen(person.id);
        }}
      >
        <span className={styles.name}>
          <Highlighted text={fullName(person)} mark={mark} />
        </span>
        <span className={styles.work}>
          <Highlighted
            text={[numberMeant(person, query), person.organisation, person.title]
              .filter(Boolean)
              .join(' · ')}
            mark={mark}
          />
        </span>
      </button>
      <Flags person={person} />
      <Standing {...props} />
      <Deed {...props} />
    </li>
  );
});

/** The phone number where it is what was typed: so it is seen why this person is listed. */
function numberMeant({ phone }: Participant, query: string): string {
  const number = numberIn(query);
  return number !== '' && dialled(phone).includes(number) ? phone : '';
}

/** The sector, and at the same time what one taps to pick people for a group. */
function Tick({ person, isTicked, isCurrent, words, onTick }: Props) {
  const sector = words.sectors[person.sector];
  return (
    <button
      type="button"
      aria-pressed={isTicked}
      aria-label={`${words.tick}: ${fullName(person)}, ${sector.word}`}
      className={styles.tick}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => onTick(person.id)}
    >
      {isTicked ? (
        <Icon name="check" size={22} />
      ) : (
        <SectorSign sector={person.sector} words={sector} />
      )}
    </button>
  );
}

/** Whether the person is here, and since when; or the answer, while it is fresh. */
function Standing({ person, answer, t, words, speech }: Props) {
  const said = answer && shortOf(answer, t, speech);
  if (said) {
    return (
      <span className={styles.standing}>
        <Icon name={toneOf(answer) === 'warn' ? 'warn' : 'stop'} size={18} />
        {said}
      </span>
    );
  }
  if (person.status === 'present' && person.checkedInAt !== null) {
    return (
      <span className={styles.standing}>
        <Icon name="check" size={18} />
        {speech.clock(person.checkedInAt)}
      </span>
    );
  }
  return <span className={styles.standing}>{words.status[person.status]}</span>;
}

function Deed({ person, answer, isCurrent, words, onCheckIn }: Props) {
  if (person.status === 'present') return <span className={styles.deed} />;
  const asked = answer && !answer.outcome.ok && answer.outcome.status === 'cancelled';
  const next: DeedWord =
    person.status === 'left'
      ? 'comeBack'
      : person.status === 'cancelled'
        ? asked
          ? 'letIn'
          : 'cancelled'
        : 'checkIn';
  const word = words.deeds[next];
  return (
    <span className={styles.deed}>
      <button
        type="button"
        className={styles.deedButton}
        data-next={(isCurrent && person.status === 'expected') || undefined}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={`${word}: ${fullName(person)}`}
        onClick={() => onCheckIn(person.id)}
      >
        {word}
      </button>
    </span>
  );
}
