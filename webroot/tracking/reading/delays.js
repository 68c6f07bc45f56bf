import { date } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { lineName, lines as linesOf } from './order.js';

/** What was offered where a date cannot be kept, what was said to it, and what is done about a date at risk. */
export function delayed(kind, body, page) {
  return of(body.lines ?? [body.line], page, said(kind, body));
}

function said(kind, { kind: offered, date: on, reason, words, answer, silent, choice, plan, nextWordBy }) {
  switch (kind) {
    case 'delay-offered':
      return because(on || offered !== 'open' ? kind : `${kind}-open`, reason, {
        date: on && date(on),
        next: nextWordBy && date(nextWordBy),
      });
    case 'delay-answered':
      return because(`${kind}.${answer ?? 'decline'}`, words, { date: on && date(on) });
    case 'delay-lapsed':
      return t(silent ? `${kind}-consent` : kind, { date: on && date(on) });
    case 'risk-chosen':
      return because(`${kind}.${choice ?? 'recover'}`, plan, {});
    default:
      return t(`event.${kind}`);
  }
}

const because = (key, reason, values) =>
  t(reason ? `event.${key}-because` : `event.${key}`, { ...values, reason: wording(reason) });

/** Which lines it is about, where the order has others. */
function of(numbers, page, what) {
  const known = page ? linesOf(page) : [];
  if (known.length < 2 || numbers.length === known.length) {
    return what;
  }
  const names = numbers.map((number) => lineName(page.lines?.[number] ?? { number }));
  return t('event.of-line', { line: names.join(t('comma')), what });
}
