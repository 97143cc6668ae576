import { useTranslation } from 'react-i18next';
import type { GroupReport } from '../../../shared/panel/report';
import { elapsed } from '../stage/countdown';
import styles from './report.module.css';

interface Props {
  heading: string;
  groups: readonly GroupReport[];
  word(key: string): string;
}

/** What those of one sector or role spoke together. */
export function GroupTable({ heading, groups, word }: Props) {
  const { t } = useTranslation('panel');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">{t('column.people')}</th>
          <th scope="col">{t('column.spoken')}</th>
          <th scope="col">{t('column.share')}</th>
          <th scope="col">{t('column.turns')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.key}>
            <th scope="row">{word(group.key)}</th>
            <td>{group.people}</td>
            <td>{elapsed(group.spokenMs)}</td>
            <td>{Math.round(group.share * 100)} %</td>
            <td>{group.turns}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
