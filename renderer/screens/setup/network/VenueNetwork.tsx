import { useState } from 'react';
import { Button, Checkbox, Group, NativeSelect, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEventDesk } from '../../../desk/EventDesk';
import { Notice } from '../../../parts/Notice';
import { useSpeech } from '../../../words/useSpeech';
import { Device } from './Device';
import { deviceAddress } from './deviceAddress';
import { Encryption } from './Encryption';
import { useNetwork } from './useNetwork';
import styles from './Network.module.css';

/** The switch of the venue network, and how devices come in while it is on. */
export function VenueNetwork() {
  const { t } = useTranslation('network');
  const speech = useSpeech();
  const { eventId } = useEventDesk();
  const { network, refused, busy, turn, revoke } = useNetwork();
  const [chosen, setChosen] = useState('');
  if (!network?.available) return null;
  const { on, address, addresses, secure, certificate, urls, moved, trouble, roles } = network;
  const url = urls.find((one) => one === chosen) ?? urls[0];
  return (
    <section className={`card ${styles.card}`} aria-labelledby="network">
      <Title order={2} size="h3" id="network">
        {t('title')}
      </Title>
      <p className={styles.dim}>{t(on ? (secure ? 'isOnSecure' : 'isOnPlain') : 'isOff')}</p>
      {!on && (
        <>
          <NativeSelect
            size="sm"
            label={t('address')}
            value={address}
            disabled={busy}
            onChange={(change) => void turn({ on: false, address: change.currentTarget.value })}
            data={[
              { value: '', label: t('allAddresses') },
              ...[...new Set([...addresses.map((one) => one.address), address])]
                .filter((one) => one !== '')
                .map((one) => ({ value: one, label: labelOf(one) })),
            ]}
          />
          <Checkbox
            label={t('secure')}
            description={t('secureWhat')}
            checked={secure}
            disabled={busy}
            onChange={(change) => void turn({ on: false, secure: change.currentTarget.checked })}
          />
        </>
      )}
      <Group gap="sm">
        <Button
          variant={on ? 'default' : 'filled'}
          loading={busy}
          onClick={() => void turn({ on: !on })}
        >
          {t(on ? 'switchOff' : 'switchOn')}
        </Button>
      </Group>
      <output>
        {moved && (
          <Notice tone="warn">{t('moved', { was: moved.was.join(', ') || t('none') })}</Notice>
        )}
        {on && !trouble && !url && (
          <Notice tone="warn">
            {address && addresses.length > 0 ? t('addressGone', { address }) : t('nowhere')}
          </Notice>
        )}
      </output>
      {(trouble || refused) && (
        <Notice tone="bad">{trouble ? speech.failure(trouble) : refused}</Notice>
      )}
      {on && certificate && <Encryption certificate={certificate} />}
      {on && url && (
        <>
          {urls.length > 1 && (
            <NativeSelect
              size="sm"
              label={t('which')}
              value={url}
              onChange={(change) => setChosen(change.currentTarget.value)}
              data={urls.map((one) => ({ value: one, label: labelOf(new URL(one).hostname) }))}
            />
          )}
          <p className={styles.dim}>{t('how')}</p>
          <ul className={styles.devices}>
            {roles.map((device) => (
              <Device
                key={device.role}
                device={device}
                address={deviceAddress(url, device.role, device.token, eventId)}
                busy={busy}
                onRevoke={() => void revoke(device.role)}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );

  function labelOf(one: string): string {
    const network = addresses.find((own) => own.address === one)?.network;
    return network ? `${one} (${network})` : one;
  }
}
