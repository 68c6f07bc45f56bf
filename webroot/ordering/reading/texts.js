import { language } from '../../base/words.js';

const KINDS = { en: /^en\b/, 'zh-CN': /^zh\b/ };

/** A text by language, as it is edited: each language that it has, and each of ours. */
export function byLanguage(text) {
  const texts = typeof text === 'object' ? text : text ? { [language()]: text } : {};
  const missing = Object.keys(KINDS).filter((one) => !Object.keys(texts).some((tag) => KINDS[one].test(tag)));
  return { ...texts, ...Object.fromEntries(missing.map((one) => [one, ''])) };
}

/** The tag under which the viewer's own language stands in a text. */
export const ownTag = (texts) => Object.keys(texts).find((tag) => KINDS[language()].test(tag)) ?? language();

/** A text as it is sent: nothing where nothing was written, plain where it was given plainly. */
export function sentText(text) {
  if (typeof text !== 'object' || text === null) {
    return text?.trim() ? text : undefined;
  }
  const written = Object.entries(text).filter(([, said]) => said.trim() !== '');
  return written.length === 0 ? undefined : Object.fromEntries(written);
}

/** One text from another, such as a product's name from its template, for a form of its own. */
export const copied = (text) => (typeof text === 'object' ? { ...text } : (text ?? ''));
