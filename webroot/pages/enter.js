import { enter } from '../api/client.js';
import { t } from '../i18n/words.js';
import { notice, show, speak } from './start.js';
import '../elements/enter-door.js';

const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname); // The secret must not stay in the address bar.

await speak(() => t('enter.page-title'));
if (token) {
  show('enter-door', { open });
} else {
  notice('signed-out');
}

async function open() {
  try {
    await enter(token);
    location.replace('/');
  } catch (problem) {
    if (problem.status !== 410) {
      throw problem;
    }
    notice('used');
  }
}
