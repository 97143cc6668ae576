import { useEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fullName, SECTORS } from '../../../shared/model/participant';
import type { Details, Participant, Sector } from '../../../shared/model/participant';
import { useDraft, useEventDesk } from '../../desk';
import { Icon } from '../../parts/Icon';
import { SectorMark } from '../../parts/SectorMark';
import type { Directory } from './directory';
import { namesake } from './alike';
import { knownOrganisations, splitName } from './walkIn';
import styles from './WalkInForm.module.css';

/** How many who may be the same person are shown. */
const ALIKE = 3;

/** A scanner has sent its whole code within this time, ms. */
const SCAN_MS = 1_000;

/** Suggestions stand in the form, where a reader of screens looks for them. */
const BESIDE_FIELD = { withinPortal: false };

interface Props {
  /** What was in the search box. */
  begun: string;
  directory: Directory;
  /** When a code was last scanned, ms, monotonic; 0 = never. Its digits are no sector. */
  scannedAt: number;
  /** It is somebody known already. */
  onKnown(person: Participant): void;
  onSave(fields: Partial<Details>): Promise<void>;
  onClose(): void;
}

/** Somebody who came without registering: a name is enough, Enter checks in. */
export function WalkInForm({ begun, directory, scannedAt, onKnown, onSave, onClose }: Props) {
  const { t } = useTranslation(['reception', 'terms', 'common']);
  const { state } = useEventDesk();
  const [name = begun, setName] = useDraft('walkIn.name');
  const [organisation = '', setOrganisation] = useDraft('walkIn.organisation');
  const [chosen, setSector] = useDraft('walkIn.sector');
  const sector: Sector = SECTORS.find((one) => one === chosen) ?? '';
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const sectors = useRef<HTMLFieldSetElement>(null);
  const choosing = useRef(false);
  const suggesting = useRef(false);
  const byKey = useRef({ before: sector, at: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    if (Math.abs(scannedAt - byKey.current.at) < SCAN_MS) setSector(byKey.current.before);
  }, [scannedAt, setSector]);
  const known = useMemo(() => knownOrganisations(state.participants), [state.participants]);
  const names = useMemo(() => known.map((one) => one.name), [known]);
  const alike = name.trim().length < 3 ? [] : directory.find(name, ALIKE);
  const same = namesake(splitName(name), alike);
  /** The name for which it has been said that somebody has it already. */
  const [told, setTold] = useState('');
  const isTold = same !== undefined && told === name.trim();

  const choose = (organised: string) => {
    setOrganisation(organised);
    const match = known.find((one) => one.name.toLowerCase() === organised.trim().toLowerCase());
    if (match?.sector && !sector) setSector(match.sector);
  };
  const save = async () => {
    if (!name.trim() && !organisation.trim()) {
      setMissing(true);
      return;
    }
    if (same && !isTold) {
      setTold(name.trim());
      return;
    }
    setBusy(true);
    await onSave({ ...splitName(name), organisation: organisation.trim(), sector });
    setBusy(false);
  };
  /** A sector by its number: in the name, where no digit belongs, and on the sector keys themselves. */
  const sectorKey = (key: React.KeyboardEvent) => {
    const picked = SECTORS[Number(key.key) - 1];
    if (!picked || key.ctrlKey || key.altKey || key.metaKey) return;
    key.preventDefault();
    const { at, before } = byKey.current;
    byKey.current = { before: key.timeStamp - at < SCAN_MS ? before : sector, at: key.timeStamp };
    setSector(picked);
    // Among the sector keys the keyboard goes along, so that Enter is next.
    const chosen = sectors.current?.querySelectorAll('button')[Number(key.key) - 1];
    if (sectors.current?.contains(document.activeElement)) chosen?.focus();
  };

  return (
    <form
      className={`card ${styles.form}`}
      aria-label={t('walkIn.title')}
      onKeyDown={(key) => {
        // Enter held down is one Enter: it never says for a person that this is somebody else.
        if (key.key === 'Enter' && key.repeat) key.preventDefault();
        const known = same ?? alike[0];
        if (key.key !== 'F9' || !known) return;
        key.preventDefault();
        onKnown(known);
      }}
      onSubmit={(submit) => {
        submit.preventDefault();
        if (!busy && !choosing.current) void save();
      }}
    >
      <div className={styles.fields}>
        <TextInput
          label={t('walkIn.name')}
          placeholder={t('walkIn.nameExample')}
          value={name}
          autoFocus
          autoComplete="off"
          maxLength={400}
          error={missing && !name.trim() ? t('walkIn.nameMissing') : undefined}
          onChange={(change) => setName(change.currentTarget.value)}
          onKeyDown={sectorKey}
        />
        <Autocomplete
          label={t('walkIn.organisation')}
          value={organisation}
          data={names}
          limit={6}
          comboboxProps={BESIDE_FIELD}
          maxLength={300}
          autoComplete="off"
          onChange={choose}
          onDropdownOpen={() => {
            suggesting.current = true;
          }}
          onDropdownClose={() => {
            suggesting.current = false;
          }}
          onKeyDown={(key) => {
            // Escape closes the suggestions; only the next one closes the form.
            if (key.key === 'Escape' && suggesting.current) key.preventDefault();
          }}
          onOptionSubmit={() => {
            // The Enter that picks a suggestion must not also send the form.
            choosing.current = true;
            setTimeout(() => {
              choosing.current = false;
            });
          }}
        />
        <fieldset ref={sectors} className={styles.sectors} data-takes-keys>
          <legend>{t('walkIn.sector')}</legend>
          {SECTORS.map((one, index) => (
            <button
              key={one}
              type="button"
              className={styles.sector}
              aria-pressed={sector === one}
              onKeyDown={(key) => {
                // Enter on the sector that is chosen has nothing left to choose: it sends the form.
                if (key.key !== 'Enter' || sector !== one) return sectorKey(key);
                key.preventDefault();
                key.currentTarget.form?.requestSubmit();
              }}
              onClick={() => setSector(sector === one ? '' : one)}
            >
              <kbd className="key">{index + 1}</kbd>
              <SectorMark sector={one} />
              <span aria-hidden="true">{t(`terms:sector.${one}`)}</span>
            </button>
          ))}
        </fieldset>
        <div className={styles.buttons}>
          <Button type="submit" size="md" loading={busy} leftSection={<Icon name="check" />}>
            {t('walkIn.save')}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </div>
      </div>
      <div aria-live="polite">
        {alike.length > 0 && (
          <div className={styles.alike} data-told={isTold || undefined}>
            <b>{isTold ? t('walkIn.sameName', { name: fullName(same) }) : t('walkIn.alike')}</b>
            {alike.map((person) => (
              <Button
                key={person.id}
                size="sm"
                variant="default"
                leftSection={
                  person === (same ?? alike[0]) ? <kbd className="key">F9</kbd> : undefined
                }
                onClick={() => onKnown(person)}
              >
                {[fullName(person), person.organisation, t(`terms:status.${person.status}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </Button>
            ))}
          </div>
        )}
      </div>
    </form>
  );
}
