import { language, t } from '../../base/words.js';

/** The languages in which a customer reads why, the writer's own first. */
export const languages = () => (language() === 'zh-CN' ? ['zh-CN', 'en'] : ['en', 'zh-CN']);

/** What was written, by language; nothing where nothing was. */
function becauseOf(values) {
  const written = languages()
    .map((tag) => [tag, (values[`because-${tag}`] ?? '').trim()])
    .filter(([, text]) => text);
  return written.length === 0 ? undefined : Object.fromEntries(written);
}

/** What is sent of what was filled in. */
export function termsOf(values, { lines, remedies }) {
  const definite = values.kind !== 'open';
  return {
    lines,
    kind: values.kind,
    date: definite ? values.date || undefined : undefined,
    nextWordBy: definite ? undefined : values.nextWordBy || undefined,
    because: becauseOf(values),
    cause: values.cause,
    side: values.side,
    remedies,
    part: remedies.includes('part-first') ? partOf(values, lines) : undefined,
    answerBy: values.answerBy || undefined,
    silence: definite && values.silence ? 'consent' : 'none',
  };
}

const partOf = (values, [first]) => ({
  line: Number(values['part-line'] ?? first),
  quantity: Number(values['part-quantity']),
  date: values['part-date'],
});

/** What is wrong with it before it is sent, beside fields that are left empty. */
export function faultsOf(values, { lines }) {
  return [
    lines.length === 0 && { field: 'lines', said: t('delays.tick-lines') },
    !becauseOf(values) && { field: `because-${languages()[0]}`, said: t('delays.because-missing') },
  ].filter(Boolean);
}

/**
 * Which lines an offer is likely about: those from which it was opened, else those at risk, else the only one. What
 * nobody said of several is for whoever offers to say; what waits for an answer already is not offered again.
 */
export function likelyMeant({ lines }, chosen) {
  const free = Object.values(lines).filter(({ waiting }) => !waiting);
  const meant = chosen ? free.filter(({ number }) => chosen.includes(number)) : free.filter(({ atRisk }) => atRisk);
  return (meant.length === 0 && free.length === 1 ? free : meant).map(({ number }) => number);
}

/** Whether silence can be consent for all of these lines, to this day. */
export const maySilence = (terms, lines, day) =>
  lines.length > 0 &&
  lines.every((line) => terms.lines[line]?.silenceUntil && (!day || day <= terms.lines[line].silenceUntil));
