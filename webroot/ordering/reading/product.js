import { limits } from '../../base/reading/demands.js';
import { t, wording, wordings } from '../../base/words.js';
import { coded, requirementDraft, sentRequirement } from './requirements.js';
import { copied, sentText } from './texts.js';

export const emptyProduct = () => ({ code: '', name: '', unit: '', routing: '', requirements: [] });

/** A template as a form has it. */
export const productDraft = ({ code, name, unit, routing, requirements }) => ({
  code,
  name: copied(name),
  unit: unit ?? '',
  routing,
  requirements: requirements.map(requirementDraft),
});

/** A form as the template that is sent. */
export const sentProduct = ({ name, unit, routing, requirements }) => ({
  name: sentText(name),
  unit: unit.trim() || undefined,
  routing,
  requirements: coded(requirements).map(sentRequirement),
});

/** What is demanded, a line each, for whoever compares. */
export const demands = (requirements = []) =>
  requirements
    .map((one) => [wording(one.name) || one.code, limits(one), wording(one.ordered), one.stage])
    .map((parts) => parts.filter(Boolean).join(' · '))
    .join('\n');

export const everyLanguage = (text) => wordings(text).join('\n');

/** The parts of a template between which one chooses where two people changed it. */
export const productFields = (routings) => [
  { name: 'name', label: t('ordering.product-name'), show: everyLanguage },
  { name: 'unit', label: t('ordering.unit') },
  {
    name: 'routing',
    label: t('ordering.routing'),
    show: (code) => routings.find((one) => one.code === code)?.name ?? code,
  },
  { name: 'requirements', label: t('ordering.requirements'), show: demands },
];
