import { LANGUAGES, t } from '../../base/words.js';

export const TIERS = ['platinum', 'gold', 'silver', 'standard'];
export const KINDS = ['customer', 'distributor'];

const CODE = /[^A-Za-z0-9._-]+/g;

/** A code that a name suggests: what of it a code can have, or nothing where that is too little. */
export function suggestedCode(name) {
  const code = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(CODE, '-').slice(0, 40);
  return code.replace(/^[-._]+|[-._]+$/g, '');
}

export const kindOf = ({ kind }) => t(`company-kind.${kind}`);

export const languageOf = ({ language }) => (language ? LANGUAGES[language] : t('language.every'));

export const zoneOf = ({ zone }) => zone || t('zone.plant');

export const names = (managers = []) => managers.map(({ name }) => name).join(t('comma'));

/** Who may say who looks after it: an administrator, or whoever does, or anybody of them where nobody does. */
export const maySayManagers = ({ managers = [] }, { you, administers }) =>
  administers || (you !== undefined && (managers.length === 0 || managers.some(({ id }) => id === you)));

/** What an edit is compared by, field by field. */
export const editFields = () => [
  { name: 'name', label: t('companies.name') },
  { name: 'kind', label: t('companies.kind'), show: (kind) => kind && t(`company-kind.${kind}`) },
  { name: 'tier', label: t('tier'), show: (tier) => tier && t(`tier.${tier}`) },
  { name: 'language', label: t('language'), show: (language) => language && LANGUAGES[language] },
  { name: 'zone', label: t('zone') },
  { name: 'managers', label: t('companies.managers'), show: names },
];

/** What is sent of it: who looks after it by their keys, or not at all where that is not said. */
export const sent = ({ name, kind, tier, language = '', zone = '', managers }) => ({
  name,
  kind,
  tier,
  language,
  zone,
  ...(managers ? { managers: managers.map(({ id }) => id) } : {}),
});
