import { required } from '../../base/reading/demands.js';
import { t, wording } from '../../base/words.js';
import { copied, sentText } from './texts.js';

let keys = 0;

/** Tells rows apart that may be moved and removed. */
export const newKey = () => `row-${++keys}`;

export const emptyRequirement = () => ({
  key: newKey(),
  code: '',
  name: '',
  stage: '',
  ordered: '',
  unit: '',
  minimum: '',
  maximum: '',
  mandatory: true,
  photo: false,
  sample: '1',
});

/** A number as it stands in an input. */
export const written = (value) => (value === undefined ? '' : String(value));

export const requirementDraft = (requirement) => ({
  ...emptyRequirement(),
  code: requirement.code,
  name: copied(requirement.name),
  stage: requirement.stage,
  ordered: copied(requirement.ordered),
  unit: requirement.unit ?? '',
  minimum: written(requirement.minimum),
  maximum: written(requirement.maximum),
  mandatory: requirement.mandatory,
  photo: requirement.photo ?? false,
  sample: written(requirement.sample),
  waiver: requirement.waiver,
});

/** A number as it was typed; what is none stays text, so that it is refused where it stands. */
export function sentNumber(text) {
  const typed = text.trim();
  return typed === '' ? undefined : Number(typed.replace(',', '.'));
}

/** Whether something can be a number; empty says nothing. */
export const isNumber = (text) => !Number.isNaN(sentNumber(text) ?? 0);

/** A row as it is sent; `coded` gave it its code. */
export const sentRequirement = (requirement) => ({
  code: requirement.code.trim(),
  name: sentText(requirement.name),
  stage: requirement.stage,
  ordered: sentText(requirement.ordered),
  unit: requirement.unit.trim() || undefined,
  minimum: sentNumber(requirement.minimum),
  maximum: sentNumber(requirement.maximum),
  mandatory: requirement.mandatory,
  photo: requirement.photo || undefined,
  sample: sentNumber(requirement.sample),
  waiver: requirement.waiver,
});

/** What is demanded by rows as they stand in a form, as the customer will read it. */
export const demandedIn = (requirements) =>
  requirements
    .filter(({ minimum, maximum }) => isNumber(minimum) && isNumber(maximum))
    .map((one) => [wording(sentText(one.name)), required(sentRequirement(one))].filter(Boolean).join(' '))
    .filter(Boolean)
    .join(t('comma'));

function freeCode(all) {
  const taken = new Set(all.map(({ code }) => code));
  let number = 1;
  while (taken.has(`r${number}`)) {
    number++;
  }
  return `r${number}`;
}

/** Rows without a code get one that no other has: it is what devices call a requirement, and stays. */
export function coded(requirements) {
  return requirements.reduce(
    (done, one) => [...done, one.code.trim() ? one : { ...one, code: freeCode([...requirements, ...done]) }],
    [],
  );
}

const NUMBERS = ['minimum', 'maximum', 'sample'];

/** The fields of these rows that are to hold a number and do not. */
export const notNumbers = (requirements) =>
  requirements.flatMap((one, at) =>
    NUMBERS.filter((name) => !isNumber(one[name])).map((name) => `requirements[${at}].${name}`),
  );
