import { html, nothing } from 'lit';
import { ASKED, causeName, causes } from '../../base/reading/grounds.js';
import { t } from '../../base/words.js';
import { isMoved } from '../reading/draft.js';
import { choice, entry, tick, worded } from './entries.js';

/**
 * A date that is promised, or that there is none yet. As soon as it is another one than before it wants a reason,
 * which customers read.
 *
 * `before` is what was promised until now, `mustStay` whether it can no longer be left out.
 */
export function promiseFields({ path, label, value, before, mustStay, problem, change, hint }) {
  const moved = isMoved(before, value);
  return html`${value.toBeConfirmed
      ? nothing
      : entry({ path: `${path}.date`, label, type: 'date', value: value.date, problem, hint, required: mustStay })}
    ${tick({ path: `${path}.toBeConfirmed`, label: t('ordering.no-date-yet'), value: value.toBeConfirmed })}
    ${moved ? groundFields({ path, value, problem }) : nothing}
    ${moved || problem?.field?.startsWith(`${path}.reason`)
      ? worded({
        path: `${path}.reason`,
        label: t('ordering.why-moved'),
        value: value.reason,
        problem,
        change,
        hint: t('ordering.customer-reads'),
        required: true,
        maxlength: 500,
      })
      : nothing}`;
}

/** Why a date moves, of a list; whose side that is on follows from it. */
const groundFields = ({ path, value, problem }) => html`${choice({
    path: `${path}.cause`,
    label: t('promise-ground.cause'),
    value: value.cause,
    problem,
    options: causes().map((one) => [one, causeName(one)]),
  })}
  ${value.cause === ASKED
    ? entry({
        path: `${path}.askedBy`,
        label: t('promise-ground.who'),
        hint: t('promise-ground.who-hint'),
        value: value.askedBy,
        problem,
        required: true,
        maxlength: 200,
      })
    : nothing}`;

/** Whether it is still made as it was ordered, and if not, why. */
export function standingFields({ path, label, value, reason, options, problem, change }) {
  const of = path ? `${path}.` : '';
  const refused = problem?.field === `${of}${value}` ? { ...problem, field: `${of}reason` } : problem;
  return html`${choice({
    path: `${of}standing`,
    label,
    value,
    problem,
    options: options.map((one) => [one, t(`ordering.standing.${one}`)]),
  })}
  ${value === 'open'
    ? nothing
    : worded({
      path: `${of}reason`,
      label: t(`ordering.why.${value}`),
      value: reason,
      problem: refused,
      change,
      hint: t('ordering.customer-reads'),
      required: true,
      maxlength: 500,
    })}`;
}
