import { fail, notice, show } from '../base/start.js';
import { keepUndo } from './kept.js';
import { canBePutBack } from './reading/difference.js';

/** Shows the form with what it begins with, once that is there; from it one goes to the order's own page. */
export async function opened(begin) {
  try {
    const form = show('order-form', await begin());
    form.addEventListener('done', ({ detail }) => leave(detail));
  } catch (problem) {
    problem.status === 404 ? notice('not-found', '/orders') : fail(problem);
  }
}

function leave({ number, version, outcome, before, order }) {
  const isUndoable = outcome === 'changed' && before && canBePutBack(before, order);
  keepUndo(isUndoable ? { number, version, before } : undefined);
  location.assign(`/orders/${encodeURIComponent(number)}`);
}
