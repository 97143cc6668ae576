import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { heirOf } from '../../../shared/facts/heir';
import { fullName } from '../../../shared/model/participant';
import type { Participant } from '../../../shared/model/participant';
import { useDraft, useEventDesk } from '../../desk';
import { meantAsCode } from '../../scanner/codeText';
import { useScanner } from '../../scanner/useScanner';
import { useSteady } from '../../parts/useSteady';
import { AnswerStrip } from './AnswerStrip';
import { AskStrip } from './AskStrip';
import { badgesDue } from './badgesDue';
import { BadgeStrip } from './BadgeStrip';
import { Directory } from './directory';
import { GroupStrip } from './GroupStrip';
import { KeyLegend } from './KeyLegend';
import type { Filter } from './listed';
import { PersonList } from './PersonList';
import { lastStanding } from './recentDeeds';
import { SearchBar } from './SearchBar';
import { SideColumn } from './SideColumn';
import { TickStrip } from './TickStrip';
import { useAsks } from './useAsks';
import { useBadgePrint } from './useBadgePrint';
import { useListing } from './useListing';
import { useKeys } from './useKeys';
import { useReception } from './useReception';
import type { Answer, Group } from './useReception';
import { useTicks } from './useTicks';
import { WalkInForm } from './WalkInForm';
import styles from './ReceptionScreen.module.css';

/** The door: find or scan, check in, see the answer where one looks. */
export function ReceptionScreen() {
  const { t } = useTranslation('reception');
  const { state } = useEventDesk();
  const { participants, event } = state;
  const [directory] = useState(() => new Directory());
  const people = directory.follow(participants);
  const search = useRef<HTMLInputElement>(null);
  const badgeStrip = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const [opened = '', setOpened] = useDraft('reception.opened');
  const [walkIn, setWalkIn] = useDraft('reception.walkIn');
  const [group, setGroup] = useState('');
  /** What was in the search box when it was answered: it is no name of somebody new. */
  const [answered, setAnswered] = useState('');
  const reception = useReception();
  const { badge, print, settle } = useBadgePrint();
  const { rows, current, step } = useListing(
    people,
    participants,
    query,
    filter,
    reception.answer?.person ?? '',
  );

  const backToSearch = useCallback(() => {
    search.current?.focus();
    search.current?.select();
  }, []);
  const { ids: ticked, ...ticks } = useTicks(participants);
  const { strip: askStrip, ...asks } = useAsks(reception, backToSearch);
  const follow = ({ outcome, person: id }: Answer) => {
    if (opened && id) setOpened(id);
    const due = badgesDue(outcome).flatMap((one) => people.get(one) ?? []);
    // Badges made beforehand lie ready at the desk: nobody is asked for another one.
    const without = due.filter(({ prints }) => prints.length === 0);
    if (event.badgeAtCheckIn === 'always') void print(without);
  };
  const checkInGroup = async (whom: Group) => follow(await reception.checkInGroup(whom));
  const checkIn = useSteady(async (who: string) => {
    const answer = await reception.checkIn(who);
    setAnswered(query);
    backToSearch();
    follow(answer);
  });
  const [scannedAt, setScannedAt] = useState(0);
  const isKnown = useSteady((code: string) => state.codes.has(code));
  /** A scan leaves the keyboard where somebody may be typing. */
  const scanner = useScanner(isKnown, async (code, at) => {
    setScannedAt(at);
    const answer = await reception.scan(code, at);
    follow(answer);
    return answer.outcome.ok || answer.outcome.status !== undefined;
  });
  const enter = () => {
    const code = people.codeOf(query, state.codes);
    if (code) void checkIn(code);
    else if (query.trim() !== '' && current) void checkIn(current.id);
    else if (meantAsCode(query)) void checkIn(query.trim());
  };
  const openWalkIn = useSteady(() => setWalkIn(query === answered ? '' : query));
  const undo = useSteady((of?: string) => {
    scanner.forget();
    void reception.act('undo', { type: 'undo', ...(of ? { of } : {}) });
  });
  const merge = useSteady((kept: Participant, other: Participant) => {
    const command = { type: 'participant.merge', who: kept.id, other: other.id } as const;
    void reception.act('merge', command, kept.id);
    ticks.clear();
    backToSearch();
  });
  const checkInTicked = useSteady(() => {
    void checkInGroup({ who: ticks.ticked.map((person) => person.id) });
    ticks.clear();
    backToSearch();
  });
  const printThese = useSteady((due: readonly Participant[]) => void print(due));
  const settled = useSteady((came: boolean) => {
    void settle(came);
    backToSearch();
  });
  const checkInNow = useSteady((who: string) => void checkIn(who));
  /** Whom F4 and F6 are about: the one opened, just answered about, or highlighted. */
  const subject = (): Participant | undefined =>
    participants.get(opened) ??
    (query.trim() === '' ? participants.get(reception.answer?.person ?? '') : undefined) ??
    current;

  useKeys(search, {
    F2: openWalkIn,
    F3: () => setOpened(opened ? '' : (subject()?.id ?? '')),
    F4: () => {
      const outcome = query.trim() === '' && !opened ? reception.answer?.outcome : undefined;
      const due = outcome ? badgesDue(outcome).flatMap((one) => people.get(one) ?? []) : [];
      const person = subject();
      void print(due.length > 1 ? due : person ? [person] : []);
    },
    F6: () => {
      if (ticks.ticked.length > 0) checkInTicked();
      else setGroup(subject()?.organisation ?? '');
    },
    F8: () => {
      if (lastStanding(state)) undo();
    },
    F9: () => {
      if (asks.missing.length > 0) asks.focus();
      else badgeStrip.current?.querySelector<HTMLElement>('[data-asked], button')?.focus();
    },
    Escape: () => {
      if (walkIn !== undefined) setWalkIn(undefined);
      else if (group) setGroup('');
      else if (query) setQuery('');
      else if (ticked.size > 0) ticks.clear();
      else if (opened) setOpened('');
      else reception.dismiss();
      backToSearch();
    },
  });
  useEffect(backToSearch, [backToSearch]);

  // Somebody may have made one record of two meanwhile: the one that stays is shown.
  const openedPerson = participants.get(opened) ?? heirOf(state, opened)?.person;
  return (
    <div className={styles.reception}>
      <h1 className="unseen">{t('title')}</h1>
      <div className={styles.work}>
        <SearchBar
          ref={search}
          query={query}
          filter={filter}
          found={rows.length}
          rowId={current ? `person-${current.id}` : undefined}
          onType={setQuery}
          onFilter={setFilter}
          onStep={step}
          onEnter={enter}
          onTick={() => {
            if (!current) return;
            ticks.toggle(current.id);
            step(1);
          }}
          onWalkIn={openWalkIn}
        />
        <AnswerStrip
          reception={reception}
          directory={people}
          onPrint={printThese}
          onUndo={undo}
          onGroup={setGroup}
          onWalkIn={openWalkIn}
          onOpen={setOpened}
          onLetIn={checkInNow}
          onMerge={merge}
        />
        {asks.person && (
          <AskStrip
            ref={askStrip}
            person={asks.person}
            missing={asks.missing}
            onAnswer={asks.answer}
            onSkip={asks.skip}
          />
        )}
        <BadgeStrip ref={badgeStrip} badge={badge} onSettle={settled} onAgain={printThese} />
        {group && (
          <GroupStrip
            organisation={group}
            onCheckIn={() => {
              void checkInGroup({ organisation: group });
              setGroup('');
              backToSearch();
            }}
            onClose={() => {
              setGroup('');
              backToSearch();
            }}
          />
        )}
        <TickStrip
          ticked={ticks.ticked}
          onCheckIn={checkInTicked}
          onMerge={merge}
          onClear={ticks.clear}
        />
        {walkIn !== undefined && (
          <WalkInForm
            begun={walkIn}
            directory={people}
            scannedAt={scannedAt}
            onKnown={(person) => {
              setWalkIn(undefined);
              void checkIn(person.id);
            }}
            onSave={async (fields) => {
              const { outcome, person: id } = await reception.act('walkIn', {
                type: 'participant.add',
                fields,
                walkIn: true,
                checkIn: true,
              });
              if (!outcome.ok) return;
              setWalkIn(undefined);
              setQuery('');
              backToSearch();
              const person = people.get(id);
              if (person && event.badgeAtCheckIn === 'always') void print([person]);
            }}
            onClose={() => {
              setWalkIn(undefined);
              backToSearch();
            }}
          />
        )}
        <PersonList
          rows={rows}
          query={query}
          current={current?.id ?? ''}
          ticked={ticked}
          answer={reception.answer}
          isEmptyEvent={participants.size === 0}
          onCheckIn={checkInNow}
          onOpen={setOpened}
          onTick={ticks.toggle}
        />
        <KeyLegend />
      </div>
      <SideColumn
        person={openedPerson}
        directory={people}
        reception={reception}
        isKnown={isKnown}
        onSight={scanner.sight}
        onCheckIn={checkInNow}
        onPrint={printThese}
        onGroup={setGroup}
        onUndo={undo}
        onOpen={setOpened}
        onBack={backToSearch}
      />
      <span className={`unseen ${styles.heard}`} aria-live="polite">
        {query.trim() !== '' && current ? fullName(current) : ''}
      </span>
    </div>
  );
}
