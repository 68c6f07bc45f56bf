import { language } from '../../base/words.js';

/** The languages in which a customer reads a reason, the writer's own first. */
export const languages = () => (language() === 'zh-CN' ? ['zh-CN', 'en'] : ['en', 'zh-CN']);

/** What was written, by language; nothing where nothing was. */
export function reasonOf(values) {
  const written = languages()
    .map((tag) => [tag, (values[`reason-${tag}`] ?? '').trim()])
    .filter(([, text]) => text);
  return written.length === 0 ? undefined : Object.fromEntries(written);
}
