import { daysAfter } from './visits.js';

export { newId } from '../../base/ids.js';

const USUAL_DAYS = 14;

/** A record that nobody has begun to write; its id is drawn where it is written, before there is a network. */
export const emptyDraft = (page, id) => ({
  visit: page.number,
  id,
  state: 'draft',
  present: (page.with ?? []).map(({ name }) => name),
  others: '',
  facts: [''],
  wishes: [''],
  promises: [{ text: '', due: '', owner: '' }],
  photos: [],
});

/** Until when something is promised where nobody says otherwise. */
export const usualDue = (today) => daysAfter(today, USUAL_DAYS);

const said = (texts) => texts.map((text) => text.trim()).filter(Boolean);

/** Names that were typed, one beside another. */
export const names = (text) => said(text.split(/[,，、;；\n]+/));

/** Whether there is anything in it that somebody would miss. */
export const isBlank = ({ facts, wishes, promises, photos }) =>
  said([...facts, ...wishes, ...promises.map(({ text }) => text)]).length === 0 && photos.length === 0;

/** What is sent of a draft; `photos` are the ids of those that have arrived. */
export const recordOf = ({ id, present, others, facts, wishes, promises, photos }, by, today) => ({
  id,
  present: { theirs: [...new Set([...present, ...names(others)])], ours: by ? [by] : [] },
  facts: said(facts),
  wishes: said(wishes).map((text) => ({ text })),
  promises: promises
    .filter(({ text }) => text.trim())
    .map(({ text, due, owner }) => ({
      text: text.trim(),
      due: due || usualDue(today),
      ...(owner ? { owner } : {}),
    })),
  photos: photos.flatMap((photo) => (photo.id ? [photo.id] : [])),
});

/**
 * What becomes of a draft that was sent, by what the server says: it waits for a network or a calmer moment, or is
 * refused and goes back to whoever wrote it.
 */
export function afterRefusal({ status }) {
  return status === 0 || status === 401 || status === 429 || status >= 500 ? 'ready' : 'refused';
}
