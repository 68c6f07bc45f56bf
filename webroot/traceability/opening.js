import { notice, person, show, speak } from '../base/start.js';
import { t } from '../base/words.js';
import './elements/trace-view.js';

/** Opens the page of the lot or the piece that the address names. */
export async function openTrace(read) {
  const code = decodeURIComponent(location.pathname.split('/')[2]);
  await speak(() => t('trace.page-title', { code }));
  const me = await person();
  if (!me) {
    return;
  }
  try {
    show('trace-view', { tree: await read(code), me });
  } catch ({ status }) {
    notice(status === 404 || status === 422 ? 'not-found' : 'failed', '/');
  }
}
