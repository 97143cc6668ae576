import { useEffect, useRef, useState } from 'react';
import { NOBODY } from '../../../shared/model/mark';
import { seated } from '../../../shared/model/session';
import type { Instant } from '../../../shared/model/units';
import { balance, panelTurns } from '../../../shared/panel/balance';
import { warningsOf } from '../../../shared/panel/warnings';
import { useEventDesk } from '../../desk';
import { StageDesk } from '../../parts/stageDesk/StageDesk';
import { useKeys } from '../../parts/useKeys';
import { useUndo } from '../../parts/useUndo';
import { Besides } from './Besides';
import { concernsPanel } from './concerns';
import { FloorBand } from './FloorBand';
import { KeyLegend } from './KeyLegend';
import { Ledger } from './Ledger';
import type { Correcting } from './Ledger';
import styles from './panel.module.css';
import { PanelHead } from './PanelHead';
import { readKey } from './panelKeys';
import type { Meaning, Mode, Part, Who } from './panelKeys';
import { PanelReport } from './PanelReport';
import { PanelSettings } from './PanelSettings';
import type { PanelSession } from './panels';
import { SleptNotice } from './SleptNotice';
import { Tiles } from './Tiles';
import { useFloor } from './useFloor';
import type { Floor } from './useFloor';
import { useWarningSound } from './useWarningSound';
import { rememberSound, soundIsOn } from './warningSound';

/** Commands that are undone from here. */
const AREAS = [
  'floor.',
  'turn.',
  'hand.',
  'stage.',
  'seat.',
  'panel.',
  'session.start',
  'session.end',
];

interface Props {
  session: PanelSession;
  panels: readonly PanelSession[];
  onPick(session: string): void;
  now: Instant;
}

/** One panel: the floor, the tiles, the ledger and the stage, all under single keys. */
export function PanelDesk({ session, panels, onPick, now }: Props) {
  const { state } = useEventDesk();
  const undo = useUndo(AREAS, (done) => concernsPanel(done, session.id, state));
  const [mode, setMode] = useState<Mode>('floor');
  const [correcting, setCorrecting] = useState<Correcting | null>(null);
  const [parts, setParts] = useState<ReadonlySet<Part>>(
    () => new Set(session.endedAt === null ? [] : ['report']),
  );
  const [asked, setAsked] = useState(false);
  const [sound, setSound] = useState(soundIsOn);
  const messageRef = useRef<HTMLInputElement>(null);
  const figures = balance(state, session, now);
  const turns = panelTurns(state, session, now);
  const floor = useFloor(session, figures.paused);
  const seats = seated(session.panel);
  const open = session.endedAt === null;
  const last = turns.findLast((turn) => turn.speaker !== NOBODY && turn.mark !== '');
  useLettingGo();
  useWarningSound(sound, figures.current, warningsOf(session.panel), now);

  const toggle = (part: Part) => {
    if (part === 'report') setAsked(true);
    setParts((open) => {
      const next = new Set(open);
      if (!next.delete(part)) next.add(part);
      return next;
    });
  };

  const speakerOf = (who: Who) => ('seat' in who ? seats[who.seat]?.id : who.speaker);
  const act = (meaning: Meaning): void => {
    switch (meaning.does) {
      case 'give': {
        const speaker = speakerOf(meaning.to);
        if (speaker !== undefined && open) floor.give(speaker);
        return;
      }
      case 'hand': {
        const seat = seats[meaning.seat];
        if (seat) floor.hand(seat.id);
        return;
      }
      case 'giveTo': {
        const speaker = speakerOf(meaning.to);
        if (speaker !== undefined && last) void floor.giveTo(last.mark, speaker);
        return;
      }
      case 'earlier':
        if (last) void floor.earlier(last, meaning.ms);
        return;
      case 'type':
        setCorrecting(last ? { mark: last.mark, typing: true, byKey: true } : null);
        return;
      case 'takeBack':
        if (last) void floor.takeBack(last.mark);
        return;
      case 'join': {
        const to = meaning.to && speakerOf(meaning.to);
        if (last && (meaning.to === null || to)) void floor.join(last.mark, to ?? undefined);
        return;
      }
      case 'extend':
        if (figures.current) floor.extend(figures.current.mark, meaning.ms);
        return;
      case 'correct':
        setCorrecting((now) =>
          now || !last ? null : { mark: last.mark, typing: false, byKey: true },
        );
        return;
      case 'open':
        toggle(meaning.part);
        return;
      case 'pause':
        if (open && session.startedAt !== null) floor.pause();
        return;
      case 'start':
        if (session.startedAt === null) floor.start();
        return;
      case 'undo':
        void undo.undo();
        return;
      case 'message':
        messageRef.current?.focus();
        return;
      case 'nothing':
        return;
    }
  };
  const settle = (meaning: Meaning) => {
    setMode('floor');
    act(meaning);
  };
  // What has ended is looked at as a whole.
  const end = () => {
    floor.end();
    setParts((open) => new Set(open).add('report'));
  };
  // In an opened pair a touch of a tile is its second key.
  const table: Floor = {
    ...floor,
    give: (speaker) => {
      if (mode === 'giveTo' && last) void floor.giveTo(last.mark, speaker);
      else if (mode === 'join' && last) void floor.join(last.mark, speaker);
      else if (mode === 'hand') floor.hand(speaker);
      else floor.give(speaker);
      setMode('floor');
    },
  };
  useKeys((name, press) => {
    if (name === 'Space' && isOnControl(press.target)) return false;
    if (name === 'Enter' && mode === 'floor') return false;
    if (/^Shift|^Control|^Alt|^Meta|^AltGraph/.test(press.key)) return false;
    const read = readKey(mode, name);
    if (!read) return false;
    setMode(read.mode);
    act(read.meaning);
    return true;
  });

  return (
    <div className={styles.screen} data-panel data-mode={mode}>
      <PanelHead
        session={session}
        panels={panels}
        onPick={onPick}
        floor={{ ...floor, end }}
        undo={undo}
        parts={parts}
        onPart={toggle}
      />
      {parts.has('keys') && <KeyLegend />}
      <SleptNotice session={session} turns={turns} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <FloorBand
            session={session}
            figures={figures}
            mode={mode}
            last={last}
            onMode={setMode}
            onMeaning={settle}
            now={now}
          />
          <Tiles session={session} figures={figures} floor={table} />
          <Besides session={session} figures={figures} floor={table} />
          {parts.has('settings') && (
            <PanelSettings
              session={session}
              sound={sound}
              onSound={(on) => {
                rememberSound(on);
                setSound(on);
              }}
            />
          )}
          {parts.has('report') && <PanelReport session={session} now={now} asked={asked} />}
        </div>
        <div className={styles.side}>
          <StageDesk messageRef={messageRef} messageKey="V" room={session.room} />
          <Ledger
            session={session}
            turns={turns}
            correcting={correcting}
            onCorrect={setCorrecting}
          />
        </div>
      </div>
    </div>
  );
}

/** Whether Space already presses what has the focus: a button, but for the tiles, where it pauses. */
function isOnControl(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('[data-floor]')) return false;
  return target.closest('button, a, summary, input, [role=switch]') !== null;
}

/** A button that was clicked gives the keyboard back, so that Space pauses and does not press it again. */
function useLettingGo(): void {
  useEffect(() => {
    const onClick = ({ detail, target }: MouseEvent) => {
      if (detail === 0 || !(target instanceof Element)) return;
      const button = target.closest<HTMLElement>('[data-panel] button:not([aria-expanded])');
      button?.blur();
    };
    window.addEventListener('click', onClick);
    return () => window.removeEventListener('click', onClick);
  }, []);
}
