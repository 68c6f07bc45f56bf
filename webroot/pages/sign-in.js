import { whoAmI } from '../api/client.js';
import { t } from '../i18n/words.js';
import { isPerson } from '../reading/access.js';
import { signIn, speak } from './start.js';

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
    return isPerson(await whoAmI());
  } catch {
    return false;
  }
}
