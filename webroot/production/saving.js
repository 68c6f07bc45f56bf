import { chosenBetween } from '../base/elements/difference.js';
import { inDialog } from '../base/elements/dialogs.js';
import { t, wording } from '../base/words.js';
import { preview } from './requests.js';
import { routingDraft, sentRouting } from './reading/routing.js';
import './elements/routing-effects.js';

/**
 * What becomes of orders in flight, as whoever saves chose after they read what it would do: `keep` or `move`;
 * nothing where they would rather not. Where no order is concerned, nobody is asked.
 */
export async function agreed(code, said) {
  const effects = await preview(code, said);
  if (effects.outcome === 'created' || effects.orders.open === 0) {
    return 'keep';
  }
  if (effects.outcome === 'unchanged' && effects.orders.keeping === 0) {
    return 'keep';
  }
  const element = Object.assign(document.createElement('routing-effects'), { effects, stages: said.stages });
  return inDialog(element, t('routings.effects-title'));
}

/** Somebody else changed it: what to send then, chosen field by field; nothing where that is put away. */
export async function settled(problem, stored, mine) {
  const fields = [
    { name: 'name', label: t('routings.name') },
    { name: 'calendar', label: t('routings.calendar') },
    { name: 'stages', label: t('routings.stages'), show: told },
    { name: 'names', label: t('routings.names'), show: (names) => (names ? JSON.stringify(names) : '') },
  ];
  const flat = (routing) => JSON.parse(JSON.stringify(sentRouting(routingDraft(routing))));
  return chosenBetween({
    problem: { ...problem, current: flat(problem.current) },
    fields,
    started: flat(stored),
    mine: JSON.parse(JSON.stringify(mine)),
  });
}

/** Stages as a reader compares them, one after the other. */
const told = (stages = []) =>
  stages
    .map(({ name, code, operations }) => `${wording(name) || code}${t('routings.colon')}${operations.join(t('comma'))}`)
    .join(t('routings.then'));
