import { isPerson } from '../../base/reading/access.js';
import { signIn, speak, viewer } from '../../base/start.js';
import { t } from '../../base/words.js';

const why = ['refused', 'busy', 'another'].find((known) => location.hash === `#${known}`);
history.replaceState(null, '', location.pathname);

await speak(() => t('sign-in.page-title'));
if (await isSignedIn()) {
  location.replace('/');
} else {
  signIn({ why });
}

async function isSignedIn() {
  try {
    return isPerson(await viewer());
  } catch {
    return false;
  }
}
