import type { ReactNode } from 'react';
import { Icon } from './Icon';
import type { IconName } from './Icon';
import styles from './Notice.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'calm';

const SIGNS: Record<Tone, IconName> = { good: 'check', warn: 'warn', bad: 'stop', calm: 'note' };

interface Props {
  tone: Tone;
  /** A sign of its own, where the tone's would not tell it from others of that tone. */
  sign?: IconName;
  /** One line beside a larger one. */
  small?: boolean;
  /** Words; never the colour alone. */
  children: ReactNode;
  /** Buttons at the end. */
  actions?: ReactNode;
}

/** An answer in place: a sign, words and a colour, with what can be done about it. */
export function Notice({ tone, sign = SIGNS[tone], small, children, actions }: Props) {
  return (
    <div
      className={`${styles.notice} ${styles[tone]}`}
      data-tone={tone}
      data-small={small || undefined}
    >
      <Icon name={sign} size={small ? 18 : 24} />
      <div className={styles.words}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
