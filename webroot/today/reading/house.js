import { ago, date, when } from '../../base/format.js';
import { number, t } from '../../base/words.js';

const LOOKS = { bad: 'bad', warn: 'warn' };

/** How one part of the installation is; what is well says so too. */
export function houseRow(row, now) {
  const values = {
    ...row,
    free: number(row.free ?? 0),
    size: number(row.size ?? 0),
    used: number(row.used ?? 0),
    most: number(row.most ?? 0),
    ago: row.at && ago(row.at, now),
    seconds: number(row.seconds ?? 0),
    until: row.until && date(row.until),
    since: row.since && when(row.since, now),
    note: row.note ? t('health.backup-note', { note: row.note }) : '',
  };
  return {
    key: row.kind + row.says,
    href: row.leads,
    title: t(`health.${row.kind}`),
    text: [t(`health.${row.kind}.${row.says}`, values)],
    badge: row.state === 'ok' ? t('today.fine') : t(`today.${row.state}`),
    look: LOOKS[row.state] ?? 'ok',
    backup: row.kind === 'backup',
  };
}

/** What has not been set up yet. */
export const setupRow = ({ missing, leads }) => ({
  key: missing,
  href: leads,
  title: t(`today.missing.${missing}`),
  text: [t(`today.missing.${missing}.why`)],
});
