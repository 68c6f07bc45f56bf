import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from './words.mjs';

/** The modules of one feature by their path, or of all. */
export const modulesOf = (feature = '.') =>
  Object.fromEntries(
    readdirSync(new URL(feature, ROOT), { recursive: true })
      .map((path) => (feature === '.' ? path : `${feature}/${path}`))
      .filter((path) => path.endsWith('.js'))
      .map((path) => [path, readFileSync(new URL(path, ROOT), 'utf8')]),
  );
