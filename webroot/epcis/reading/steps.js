import { t } from '../../base/words.js';

/** In the order in which they come in the life of an order. */
export const MOMENTS = [
  'ordered',
  'started',
  'progressed',
  'held',
  'resumed',
  'finished',
  'shipped',
  'delivered',
  'cancelled',
];

const AT_STAGES = ['started', 'progressed', 'held', 'resumed', 'finished'];

export const isAtStages = (moment) => AT_STAGES.includes(moment);

/** Of two, whether they are said of the same. */
export const isSamePlace = (one, other) =>
  one.moment === other.moment && one.routing === other.routing && one.stage === other.stage;

/** As they are read: by moment, what counts for everything first. */
export const inOrder = (steps) =>
  [...steps].sort(
    (one, other) =>
      MOMENTS.indexOf(one.moment) - MOMENTS.indexOf(other.moment) ||
      (one.stage ?? '').localeCompare(other.stage ?? '') ||
      (one.routing ?? '').localeCompare(other.routing ?? ''),
  );

/** Where it counts; empty where it does everywhere. */
export function place({ routing, stage }) {
  if (!stage) {
    return '';
  }
  return routing ? t('steps.at-stage-of', { stage, routing }) : t('steps.at-stage', { stage });
}

/** What it is to others. */
export const meaning = ({ bizStep, disposition }) =>
  [bizStep, disposition].filter(Boolean).join(' · ') || t('steps.nothing');
