import { date } from '../../base/format.js';
import { t } from '../../base/words.js';
import { datesSaid } from './dates.js';
import {
  KINDS,
  MODES,
  ROLES,
  TOPICS,
  clockSaid,
  hoursSaid,
  languagesSaid,
  noticesSaid,
  signedSaid,
  spanSaid,
  viewSaid,
  visitSaid,
  warrantySaid,
} from './terms.js';

const same = (a, b) => a.owner === b.owner && a.version === b.version;

/** What a promise does by itself, and what goes by something else: of no version. */
const note = (part) => ({ said: t(`profile.note.${part}`) });

/**
 * What counts, in parts with a heading: each promise a sentence with the version that it comes from. `more` is what
 * is known beside it: names of stages, hours of the calendar, who looks after them.
 */
export function parts(today, { stages, hours, managers = [] } = {}) {
  const { clocks, fastLane, visits, notices, shows, warranty, languages, workingHours, promises } = today;
  const told = (said, version) => [said].flat().map((sentence) => ({ said: sentence, version }));
  return [
    {
      name: 'answers',
      promises: [
        ...(fastLane.value ? told(t('profile.fast-lane.true'), fastLane.version) : []),
        ...KINDS.filter((kind) => clocks[kind]).flatMap((kind) =>
          told(clockSaid(kind, clocks[kind].value), clocks[kind].version),
        ),
      ],
    },
    {
      name: 'people',
      promises: [
        ...managers.map((name) => ({ said: t('profile.manager', { name }) })),
        ...ROLES.filter((role) => visits[role]).flatMap((role) =>
          told(visitSaid(role, visits[role].value), visits[role].version),
        ),
      ],
    },
    { name: 'news', promises: news(notices) },
    { name: 'view', promises: told(viewSaid(shows.value, stages), shows.version) },
    { name: 'dates', promises: promises ? told(datesSaid(promises.value), promises.version) : [] },
    {
      name: 'warranty',
      promises: [
        ...told(warrantySaid(warranty.value), warranty.version),
        ...(warranty.value ? [note('warranty')] : []),
      ],
    },
    {
      name: 'talking',
      promises: [
        ...told(languagesSaid(languages.value), languages.version),
        ...told(hoursSaid(workingHours.value, hours), workingHours.version),
        ...(languages.version.owner === 'default' ? [] : [note('languages')]),
        ...(workingHours.value ? [note('hours')] : []),
      ],
    },
  ];
}

/** Topics that are told alike and come from the same version are one sentence. */
function news(notices) {
  const versions = [];
  TOPICS.filter((topic) => notices[topic]).forEach((topic) => {
    const { version } = notices[topic];
    versions.some((known) => same(known, version)) || versions.push(version);
  });
  return MODES.flatMap((mode) =>
    versions.flatMap((version) => {
      const alike = Object.fromEntries(
        TOPICS.filter((topic) => notices[topic] && same(notices[topic].version, version))
          .filter((topic) => notices[topic].value === mode)
          .map((topic) => [topic, mode]),
      );
      return noticesSaid(alike).map((said) => ({ said, version }));
    }),
  );
}

/** Where a promise comes from, in words: who agreed and since when, or for whom else it counts. */
export function sourceSaid(version, { versions = [], tierSince } = {}) {
  if (!version) {
    return '';
  }
  if (version.owner === 'company') {
    const agreed = versions.find((one) => one.version === version.version);
    return agreed
      ? t('profile.from.company', { signed: signedSaid(agreed), span: spanSaid(agreed), version: version.version })
      : t('profile.from.company-short', { version: version.version });
  }
  return version.owner === 'tier'
    ? tierSince
      ? t('profile.from.tier', { since: date(tierSince), version: version.version })
      : t('profile.from.tier-short', { version: version.version })
    : t('profile.from.default');
}
