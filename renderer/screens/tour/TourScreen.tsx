import { useMemo, useState } from 'react';
import { Button, Loader, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { counted } from '../../../shared/figures/tourTable';
import { tourOf } from '../../../shared/figures/tour';
import { tourSections } from '../../../shared/figures/tourSections';
import { number } from '../../../shared/figures/words';
import type { Figures } from '../../../shared/figures/model';
import { alikeOf } from '../../../shared/tour/alike';
import type { Failure } from '../../../shared/contract';
import { useDesk } from '../../desk/DeskContext';
import { failureOf } from '../../desk/replica';
import { LanguageSwitch } from '../../frame/LanguageSwitch';
import { SchemeSwitch } from '../../frame/SchemeSwitch';
import { fromBase64 } from '../../parts/bytes';
import { download } from '../../parts/download';
import { FilePick } from '../../parts/FilePick';
import { Icon } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { writeRoute } from '../../route';
import { useSpeech } from '../../words/useSpeech';
import { FigureCard } from '../after/FigureCard';
import { useFigureWords } from '../after/useFigureWords';
import { TourEvents } from './TourEvents';
import { TourTable } from './TourTable';
import { useTour } from './useTour';
import styles from './tour.module.css';

/** Several events in one place: those of this desk and those of other laptops, with the tour's own figures. */
export function TourScreen() {
  const { t } = useTranslation('tour');
  const speech = useSpeech();
  const tour = useTour();
  const { read } = tour;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const figures = useMemo(() => {
    const all = read?.entries.map((one) => one.figures) ?? [];
    return counted(all).filter(({ event }) => !left.has(event.id));
  }, [read, left]);
  const toggle = (event: string) =>
    setLeft((before) => {
      const next = new Set(before);
      if (!next.delete(event)) next.add(event);
      return next;
    });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <a className={styles.back} href={writeRoute({ at: 'start' })}>
          <Icon name="home" /> {t('back')}
        </a>
        <LanguageSwitch />
        <SchemeSwitch />
      </header>
      <main className={styles.main}>
        <Title order={1}>{t('title')}</Title>
        <p className={styles.lead}>{t('lead')}</p>
        <div className={styles.files}>
          <FilePick
            label={t('files.pick')}
            hint={t('files.hint')}
            accept=".nuija,.json,application/json"
            busy={tour.busy && read !== undefined}
            autoFocus
            onFiles={(files) => void tour.add(files)}
          />
          {tour.files > 0 && (
            <Button variant="default" onClick={tour.clear}>
              {t('remove')}
            </Button>
          )}
        </div>
        <div role="alert">
          {tour.failure && <Notice tone="bad">{speech.failure(tour.failure)}</Notice>}
          {read?.troubles.map(({ file, failure }, at) => (
            <Notice key={`${at} ${file}`} tone="bad">
              {t('trouble', { file })} {speech.failure(failure)}
            </Notice>
          ))}
          {alikeOf(figures).map((list) => (
            <Notice key={list[0]?.event.id} tone="warn">
              {t('alike', {
                name: list[0]?.event.name,
                day: speech.day(list[0]?.event.date ?? ''),
                times: speech.number(list.length),
              })}
            </Notice>
          ))}
        </div>
        {!read && !tour.failure && <Loader size="sm" aria-label={t('loading')} />}
        {read && read.locked > 0 && (
          <Notice tone="calm">{t('locked', { count: read.locked })}</Notice>
        )}
        {read?.entries.length === 0 && <Notice tone="calm">{t('none')}</Notice>}
        {read && read.entries.length > 0 && (
          <>
            <details
              className={`card ${styles.chosen}`}
              open={read.entries.length < 7 || tour.files > 0}
            >
              <summary>
                {t('events')}: {speech.number(figures.length)} /{' '}
                {speech.number(read.entries.length)}
              </summary>
              <TourEvents
                entries={read.entries}
                left={left}
                onToggle={toggle}
                bytesOf={tour.bytesOf}
              />
            </details>
            {figures.length === 0 ? (
              <Notice tone="calm">{t('noneChosen')}</Notice>
            ) : (
              <TourFigures figures={figures} />
            )}
          </>
        )}
      </main>
    </div>
  );
}

function TourFigures({ figures }: { figures: Figures[] }) {
  const { t } = useTranslation('tour');
  const desk = useDesk();
  const speech = useSpeech();
  const words = useFigureWords('Europe/Helsinki');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const whole = useMemo(() => tourOf(figures), [figures]);
  const sections = useMemo(() => tourSections(figures, words), [figures, words]);
  const workbook = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const { language } = speech;
      const { name, mime, bytes } = await desk.ask('tour.workbook', { figures, language });
      download(fromBase64(bytes, mime), name);
    } catch (error) {
      setFailure(failureOf(error));
    }
    setBusy(false);
  };
  const tiles: Array<[string, string]> = [
    [t('participants'), number(words, whole.participants)],
    [t('eventCount'), number(words, whole.events)],
    [t('average'), number(words, whole.average)],
    [t('drew'), `${number(words, whole.moreThanSignedUp)} / ${number(words, whole.events)}`],
  ];
  const last = figures.at(-1)?.event.date ?? '';
  return (
    <>
      <dl className={styles.tiles}>
        {tiles.map(([name, value]) => (
          <div key={name} className="card">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.files}>
        <Button
          loading={busy}
          leftSection={<Icon name="export" size={18} />}
          onClick={() => void workbook()}
        >
          {t('workbook')}
        </Button>
        <div role="alert">{failure && <Notice tone="bad">{speech.failure(failure)}</Notice>}</div>
      </div>
      <TourTable figures={figures} words={words} />
      <div className={styles.sections}>
        {sections.map((section) => (
          <FigureCard key={section.key} section={section} fileName={`nuija-tour-${last}`} />
        ))}
      </div>
    </>
  );
}
