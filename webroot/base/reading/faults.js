import { date, today } from '../format.js';
import { number, t } from '../words.js';
import { beyond } from './left.js';

/**
 * What the browser finds wrong with what is filled in, as `{ field, said }` by the names of the fields: in our words
 * and all at once, where its own bubbles come one by one and in a language of its own.
 */
export function faultsIn(controls) {
  const wrong = [...controls].filter((one) => one.name && one.willValidate && (isBlank(one) || !one.validity.valid));
  const names = [...new Set(wrong.map(({ name }) => name))];
  return names.map((field) => ({ field, said: said(wrong.find(({ name }) => name === field)) }));
}

/** Spaces fill in nothing. */
const isBlank = ({ required, type, value }) => required && type !== 'radio' && type !== 'checkbox' && !value.trim();

function said(control) {
  const { type, validity, min, max, step, validationMessage } = control;
  const isNumber = type === 'number';
  if (validity.badInput) {
    return t(isNumber ? 'fault.number' : 'fault.date');
  }
  if (validity.valueMissing || isBlank(control)) {
    return t(type === 'radio' || type === 'select-one' ? 'fault.choose' : 'fault.missing');
  }
  if (validity.rangeUnderflow && isNumber) {
    return t('fault.minimum', { minimum: min });
  }
  if (validity.rangeOverflow) {
    return isNumber ? t('fault.maximum', { maximum: max }) : t('fault.future');
  }
  if (validity.stepMismatch && isNumber) {
    return t(Number(step) === 1 ? 'fault.whole' : 'fault.decimals');
  }
  return validationMessage;
}

/** What is unusual about a date that somebody promises: that it has passed. */
export const passed = (field, day) =>
  day && day < today() ? [{ field, said: t('fault.past', { date: date(day) }) }] : [];

/** What is unusual about so many: that they are more than are left. */
export function excess(field, count, left) {
  const more = beyond(count, left);
  return more > 0 ? [{ field, said: t('fault.beyond', { more: number(more) }) }] : [];
}

/** Whether what is said of `field` is answered where `name` changes: one is the other, or a part of it. */
export const isAnswered = (field, name) => isPart(field, name) || isPart(name, field);

const isPart = (part, whole) =>
  whole !== '' && part.startsWith(whole) && /^($|[.[-])/.test(part.slice(whole.length));
