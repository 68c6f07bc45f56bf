import { readdirSync, readFileSync } from 'node:fs';

export const ROOT = new URL('../../../webroot/', import.meta.url);

const entries = (folder) => readdirSync(new URL(folder, ROOT), { withFileTypes: true });

/** The folders of the features, `base` among them. */
export const features = entries('.').filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** What one feature says in a language; nothing if it brings no words. */
export function wordsOf(feature, language) {
  try {
    return JSON.parse(readFileSync(new URL(`${feature}/words/${language}.json`, ROOT), 'utf8'));
  } catch {
    return {};
  }
}

/** What all features say in a language, as the server joins it. */
export const catalogue = (language) => Object.assign({}, ...features.map((feature) => wordsOf(feature, language)));
