import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Qr } from './Qr';
import type { Network } from './useNetwork';
import styles from './Network.module.css';

interface Props {
  device: Network['roles'][number];
  /** Opens the page of this role on a device. */
  address: string;
  busy: boolean;
  onRevoke(): void;
}

/** How devices in one role come in, how many are there, and how all of them are put out. */
export function Device({ device: { role, connected }, address, busy, onRevoke }: Props) {
  const { t } = useTranslation('network');
  const [asked, setAsked] = useState(false);
  return (
    <li className={styles.device} aria-label={t(`role.${role}`)}>
      <Qr text={address} label={t('qr', { role: t(`role.${role}`) })} />
      <div className={styles.about}>
        <strong>{t(`role.${role}`)}</strong>
        <p className={styles.dim}>{t(`does.${role}`)}</p>
        <p>{t('connected', { count: connected })}</p>
        <code className={styles.address}>{address}</code>
        {asked ? (
          <>
            <p>{t('revokeWhat')}</p>
            <Group gap="sm">
              <Button
                size="sm"
                color="red"
                loading={busy}
                onClick={() => {
                  setAsked(false);
                  onRevoke();
                }}
              >
                {t('revokeYes')}
              </Button>
              <Button size="sm" variant="default" onClick={() => setAsked(false)}>
                {t('cancel')}
              </Button>
            </Group>
          </>
        ) : (
          <Group>
            <Button size="sm" variant="default" onClick={() => setAsked(true)}>
              {t('revoke')}
            </Button>
          </Group>
        )}
      </div>
    </li>
  );
}
