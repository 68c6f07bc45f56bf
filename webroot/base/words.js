import { ask } from './ask.js';

export const LANGUAGES = { en: 'English', 'zh-CN': '中文' };
const REMEMBERED = 'vitrine.language';
const catalogues = {};
const listeners = new Set();
let current = 'en';
/** What the house offers first: the page came in it where the browser asked for none of ours. */
const offered = globalThis.document?.documentElement?.lang || 'en';

export const language = () => current;

/** The viewer's own variant of the language, for dates and numbers: "15 Dec" or "Dec 15". */
export function locale() {
  const wanted = globalThis.navigator?.languages ?? [];
  return wanted.find((tag) => tag.split('-')[0] === current.split('-')[0]) ?? current;
}

/** Loads the viewer's language: the one chosen here before, else the browser's, else what the house offers first. */
export const loadWords = () => speak(remembered() ?? fromBrowser());

/** Changes the language and remembers it. */
export async function choose(name) {
  try {
    localStorage.setItem(REMEMBERED, name);
  } catch {
    // Without storage the choice holds until the next page.
  }
  await speak(name);
}

/** Calls `listener` when the language changed; returns how to stop. */
export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Puts a catalogue in place; for those who have it already. */
export function use(name, catalogue) {
  catalogues[name] = catalogue;
  current = name;
}

/**
 * The text for a key. `{name}` is filled in from `values`; a text that differs by number is an object
 * of plural categories and is chosen by `values.count`. Only a `count` is a quantity, in the viewer's
 * notation: any other number is a name (of a message, a line, a version) and stands digit by digit.
 * A quantity under another name is passed as `number(…)`.
 */
export function t(key, values = {}) {
  const entry = catalogues[current]?.[key];
  const text = typeof entry === 'object' ? entry[plural(values.count)] ?? entry.other : entry;
  return (text ?? key).replace(/\{(\w+)\}/g, (_, name) => show(name, values[name]));
}

/** True if there is a text for the key: codes of a newer server may have none yet. */
export const has = (key) => catalogues[current]?.[key] !== undefined;

/** What the viewer reads of a text: itself if it is in one language, else theirs, else English, else any. */
export function wording(texts = '') {
  return typeof texts === 'string' ? texts : texts[nearest(Object.keys(texts))] ?? '';
}

/** The same text in each language that it has. */
export const wordings = (texts = '') => (typeof texts === 'string' ? [texts] : Object.values(texts));

export const number = (value) => new Intl.NumberFormat(locale(), { maximumFractionDigits: 6 }).format(value);

/** The languages that a viewer reads, the best first: who reads zh-CN reads any other Chinese before English. */
const READ = { en: [/^en$/, /^en-/], 'zh-CN': [/^zh-CN$/, /^zh-Hans-CN$/, /^zh-Hans\b/, /^zh$/, /^zh-SG$/, /^zh-/] };

function nearest(tags) {
  const wanted = [...(READ[current] ?? []), ...READ.en];
  return wanted.map((language) => tags.find((tag) => language.test(tag))).find(Boolean) ?? tags[0];
}

const plural = (count) => new Intl.PluralRules(current).select(count ?? 0);
const show = (name, value) => (name === 'count' && typeof value === 'number' ? number(value) : (value ?? ''));

async function speak(name) {
  catalogues[name] ??= await ask('GET', new URL(`../words/${name}.json`, import.meta.url));
  current = name;
  document.documentElement.lang = name;
  listeners.forEach((listener) => listener());
}

function remembered() {
  try {
    const name = localStorage.getItem(REMEMBERED);
    return name in LANGUAGES ? name : undefined;
  } catch {
    return undefined;
  }
}

function fromBrowser() {
  const wanted = navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag)) ?? offered;
  return /^zh/i.test(wanted) ? 'zh-CN' : 'en';
}

/** How many digits the minor units of a currency have: two of the euro, none of the yen. */
export const digitsOf = (currency) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;

/** An amount in minor units as its reader writes it. */
export const money = (amount, currency) =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(amount / 10 ** digitsOf(currency));
