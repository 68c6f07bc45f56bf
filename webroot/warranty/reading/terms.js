/** The product that stands for all that have no terms of their own. */
export const OTHERS = '*';

export const KINDS = ['extension', 'goodwill', 'part', 'replacement', 'law', 'voided', 'base'];
const BY_LAW_MONTHS = 12;

/** A text as two fields hold it: plain or English, and Chinese. */
export const textFields = (text) =>
  typeof text === 'object' && text !== null
    ? { en: text.en ?? '', zh: text['zh-CN'] ?? '' }
    : { en: text ?? '', zh: '' };

/** The text of two such fields; nothing where both are empty. */
export function textOf(en, zh) {
  const [one, other] = [en.trim(), zh.trim()];
  return one && other ? { en: one, 'zh-CN': other } : one || other || undefined;
}

/** What is sent of terms. */
export const promiseOf = (form) => ({
  months: Number(form['term-months']),
  begins: form.begins,
  covers: textOf(form['term-covers-en'], form['term-covers-zh']),
  claimsAt: textOf(form['term-claims-en'], form['term-claims-zh']),
  euLaw: form.euLaw === 'on',
});

export const needsMonths = (kind) => kind !== 'voided' && kind !== 'law';
export const needsReason = (kind) => kind === 'voided' || kind === 'goodwill';

/** What is sent of an entry: of each kind what it needs. */
export const entryOf = (kind, form) => ({
  kind,
  from: form.from,
  ...(kind === 'law' ? { months: BY_LAW_MONTHS } : needsMonths(kind) ? { months: Number(form.months) } : {}),
  ...(kind === 'part' ? { part: form.part.trim() } : {}),
  ...(form.reason?.trim() ? { reason: form.reason.trim() } : {}),
});
