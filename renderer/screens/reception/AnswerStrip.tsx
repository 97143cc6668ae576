import { memo, useMemo } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GroupAnswer } from '../../../shared/commands/context';
import { flagOf } from '../../../shared/model/flag';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { useEventDesk } from '../../desk/EventDesk';
import { Flags } from '../../parts/Flags';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { useSpeech } from '../../words/useSpeech';
import { sentenceOf, signOf, toneOf, whoOf } from './answerWords';
import { badgesDue } from './badgesDue';
import { samePeople } from './alike';
import { awaitedOf, GROUP_LINES, someNames } from './group';
import { hasCome } from './missing';
import { takenBackBy } from './recentDeeds';
import type { Undone } from './recentDeeds';
import type { Directory } from './directory';
import { isCancelled } from './useReception';
import type { Answer, Reception } from './useReception';
import styles from './AnswerStrip.module.css';

interface Props {
  reception: Reception;
  directory: Directory;
  onPrint(people: readonly Participant[]): void;
  onUndo(of: string): void;
  onGroup(organisation: string): void;
  onWalkIn(): void;
  onOpen(id: string): void;
  onLetIn(who: string): void;
  onMerge(kept: Participant, other: Participant): void;
}

/** The last answer, large, always in one place: what happened and what the person at the desk needs next. */
export const AnswerStrip = memo(function AnswerStrip(props: Props) {
  const { answer, earlier } = props.reception;
  // Not atomic: what moves up is not read out again.
  return (
    <div className={styles.strip} role="alert" aria-atomic="false" data-testid="answer">
      {answer && <Said key={answer.turn} {...props} answer={answer} />}
      {earlier.toReversed().map((one) => (
        <Earlier key={one.turn} answer={one} />
      ))}
    </div>
  );
});

/** An answer that another one has followed at once: small, but with its sign, its colour and its words. */
function Earlier({ answer }: { answer: Answer }) {
  const { t } = useTranslation('reception');
  const { state } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  const person = state.participants.get(answer.person);
  return (
    <Notice tone={toneOf(answer)} sign={signOf(answer)} small>
      {sentenceOf(answer, person ? fullName(person) : '', t, speech)}
    </Notice>
  );
}

function Said({ answer, ...props }: Props & { answer: Answer }) {
  const { t } = useTranslation('reception');
  const { state } = useEventDesk();
  const speech = useSpeech(state.event.timeZone);
  const person = state.participants.get(answer.person);
  const known = answer.outcome.ok ? answer.outcome.participant : undefined;
  const name = person ? fullName(person) : known ? fullName(known) : '';
  const came = hasCome(answer);
  const flag = flagOf(person?.notes ?? '');
  const undone =
    answer.deed === 'undo' && answer.outcome.ok
      ? takenBackBy(state, answer.outcome.cmd)
      : undefined;
  return (
    <>
      <Notice
        tone={toneOf(answer)}
        sign={signOf(answer)}
        actions={<Actions {...props} answer={answer} person={person} came={came} />}
      >
        <span className={styles.sentence}>
          {undone?.isBack ? t('answer.redo') : sentenceOf(answer, name, t, speech)}
          {undone && <TakenBack {...undone} />}
        </span>
        {answer.outcome.ok && answer.outcome.otherDay && (
          <span className={styles.otherDay}>
            <Icon name="calendar" />
            {t('answer.otherDay', { day: speech.day(answer.outcome.otherDay) })}
          </span>
        )}
        {answer.outcome.ok && answer.outcome.group && <GroupLines group={answer.outcome.group} />}
        {person && answer.deed !== 'undo' && (
          <span className={styles.more}>
            {person.organisation && <span>{person.organisation}</span>}
            <Flags person={person} full />
          </span>
        )}
      </Notice>
      {came && flag.loud && (
        <Notice tone="warn">
          <span className={styles.flag}>{flag.text}</span>
        </Notice>
      )}
    </>
  );
}

/** What was undone, or stands again: one undo too many is seen at once. */
function TakenBack(deed: Undone) {
  const { t } = useTranslation('reception');
  const speech = useSpeech();
  const who = whoOf(deed, t, speech);
  return (
    <span className={styles.takenBack}>
      {' '}
      {deed.isBack ? who : [t(`kind.${deed.done.kind}`), who].filter(Boolean).join(': ')}
    </span>
  );
}

/** Who of a group came, who was here before, who had left, who has cancelled. */
function GroupLines({ group }: { group: GroupAnswer }) {
  const { t } = useTranslation('reception');
  const { participants } = useEventDesk().state;
  return GROUP_LINES.map((line) => {
    const names = group[line].flatMap((id) => participants.get(id) ?? []).map(fullName);
    if (names.length === 0) return null;
    return (
      <span key={line} className={styles.more}>
        {t(`group.line.${line}`, { names: someNames(names) })}
      </span>
    );
  });
}

interface ActionsProps extends Props {
  answer: Answer;
  person: Participant | undefined;
  came: boolean;
}

function Actions({ answer, person, came, directory, ...props }: ActionsProps) {
  const { t } = useTranslation(['reception', 'common']);
  const { state } = useEventDesk();
  const { outcome } = answer;
  const group = useMemo(
    () => (came && person ? awaitedOf(state.participants, person.organisation) : []),
    [came, person, state.participants],
  );
  const twice = useMemo(
    () =>
      answer.deed === 'walkIn' && person
        ? samePeople(person, directory.follow(state.participants).near(person))
        : [],
    [answer.deed, person, directory, state.participants],
  );
  if (!outcome.ok) {
    const matches = outcome.participants ?? [];
    return (
      <>
        {isCancelled(answer) && (
          <Button size="sm" color="red" onClick={() => props.onLetIn(answer.who)}>
            {t('deed.letIn')}
          </Button>
        )}
        {outcome.status === 'ambiguous' &&
          matches.map((one) => (
            <Button key={one.id} size="sm" variant="default" onClick={() => props.onLetIn(one.id)}>
              {fullName(one)}
            </Button>
          ))}
        {(outcome.status === 'unknown' || outcome.status === 'wrong-event') && (
          <Button size="sm" variant="default" onClick={props.onWalkIn}>
            {t('walkIn.open')}
          </Button>
        )}
        {person && (
          <Button size="sm" variant="default" onClick={() => props.onOpen(person.id)}>
            {t('answer.details')}
          </Button>
        )}
      </>
    );
  }
  const due = badgesDue(outcome).flatMap((id) => state.participants.get(id) ?? []);
  const standing = state.recent.some((done) => done.cmd === outcome.cmd && !done.undoneBy);
  return (
    <>
      {due.length > 0 && state.event.badgeAtCheckIn === 'ask' && (
        <Button
          size="sm"
          leftSection={<Icon name="print" />}
          rightSection={<kbd className="key">F4</kbd>}
          onClick={() => props.onPrint(due)}
        >
          {t('badge.print', { count: due.length })}
        </Button>
      )}
      {group.length > 0 && person && (
        <Button
          size="sm"
          variant="default"
          leftSection={<Icon name="people" />}
          rightSection={<kbd className="key">F6</kbd>}
          onClick={() => props.onGroup(person.organisation)}
        >
          {t('group.open', { count: group.length })}
        </Button>
      )}
      {person &&
        twice.map((other) => (
          <Button
            key={other.id}
            size="sm"
            variant="default"
            onClick={() => props.onMerge(other, person)}
          >
            {t('merge.with', {
              name: [fullName(other), other.organisation].filter(Boolean).join(' · '),
            })}
          </Button>
        ))}
      {answer.deed !== 'undo' && standing && (
        <Button
          size="sm"
          variant="default"
          leftSection={<Icon name="undo" />}
          onClick={() => props.onUndo(outcome.cmd)}
        >
          {t('common:undo')}
        </Button>
      )}
    </>
  );
}
