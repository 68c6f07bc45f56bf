import { ago, date, when } from '../../base/format.js';
import { number, t } from '../../base/words.js';

const MEGABYTE = 1_000_000;

const COUNTED = ['free', 'size', 'used', 'most', 'seconds'];

/** How one part of the installation is, as a row. */
export function findingRow(finding, now) {
  const values = {
    ...finding,
    ...Object.fromEntries(COUNTED.map((name) => [name, number(finding[name] ?? 0)])),
    ago: finding.at && ago(finding.at, now),
    until: finding.until && date(finding.until),
    since: finding.since && when(finding.since, now),
    note: finding.note ? t('health.backup-note', { note: finding.note }) : '',
  };
  return {
    key: finding.kind + finding.says,
    state: finding.state,
    href: finding.leads,
    title: t(`health.${finding.kind}`),
    text: t(`health.${finding.kind}.${finding.says}`, values),
  };
}

/** One sentence for all of them: what is bad counts first. */
export function verdict(findings) {
  const count = (state) => findings.filter((finding) => finding.state === state).length;
  const worst = ['bad', 'warn'].find((state) => count(state) > 0);
  return worst ? t(`health.some-${worst}`, { count: count(worst) }) : t('health.all-well');
}

/** Bytes in megabytes: whole ones from ten on. */
export const size = (bytes) => {
  const found = bytes / MEGABYTE;
  return t('health.megabytes', { size: number(found < 10 ? Math.round(found * 10) / 10 : Math.round(found)) });
};

/** How much more there is now than there was; nothing is said of what was not known. */
export function more(now, before) {
  if (before === undefined) {
    return t('health.not-then');
  }
  if (Math.round((now - before) / MEGABYTE) === 0) {
    return t('health.same');
  }
  return t(now > before ? 'health.more' : 'health.less', { size: size(Math.abs(now - before)) });
}
