import { chosenBetween } from '../base/elements/difference.js';
import { t } from '../base/words.js';
import { compared, fieldsOf } from './reading/difference.js';
import { orderDraft, sentOrder } from './reading/draft.js';
import { ordersFound } from './requests.js';

/**
 * How one goes on with an order that was refused: where somebody else changed it, with the order that was chosen
 * field by field; where lines would go to other routings although the plant reported of them, with their
 * numbers, for one more question; else with what is to be said of it.
 */
export async function settled({ problem, started, order }) {
  if (problem.status === 412) {
    return started ? chosen(problem, started, order) : { problem: at('number', t('ordering.number-taken')) };
  }
  if (problem.status === 409 && started) {
    return refused(problem, started, order);
  }
  return { problem };
}

/** Whether an order has this number, in whatever letters; nobody knows where that cannot be asked. */
export async function isTaken(number) {
  const plain = (one) => one.normalize('NFKC').trim().toLowerCase();
  const { orders } = await ordersFound(number).catch(() => ({ orders: [] }));
  return orders.some((one) => plain(one.number) === plain(number));
}

const at = (field, message) => ({ status: 412, field, said: message });

async function chosen(problem, started, order) {
  const { current } = problem;
  const ways = compared(started, order, current);
  const record = await chosenBetween({
    problem: { ...problem, current: ways.flat(current) },
    fields: fieldsOf(ways),
    started: ways.flat(started),
    mine: ways.flat(order),
  });
  if (!record) {
    return { problem };
  }
  const draft = withReasons(orderDraft(undefined, { ...ways.whole(record), version: current.version }), order);
  return { started: current, draft, order: sentOrder(draft) };
}

/** Why a date of mine was another one is still why, where it is that one. */
function withReasons(draft, order) {
  const reasoned = (promise, mine) =>
    mine?.reason && (mine.date ?? '') === promise.date ? { ...promise, reason: mine.reason } : promise;
  return {
    ...draft,
    promise: reasoned(draft.promise, order.promise),
    lines: draft.lines.map((line) => ({
      ...line,
      promise: reasoned(line.promise, order.lines.find(({ number }) => number === line.number)?.promise),
    })),
  };
}

function refused(problem, started, order) {
  const now = (line) => order.lines.find(({ number }) => number === line.number);
  const removed = started.lines.filter((line) => !now(line)).map(({ number }) => number);
  const rerouted = started.lines
    .filter((line) => now(line) && now(line).routing !== line.routing)
    .map(({ number }) => number);
  if (removed.length > 0 && /cannot be removed/.test(problem.message)) {
    const message = t('ordering.removed-reported', { lines: removed.join(t('comma')) });
    return { problem: { ...problem, said: message, message } };
  }
  return rerouted.length > 0 && /moveReported/.test(problem.message) ? { problem, rerouted } : { problem };
}
