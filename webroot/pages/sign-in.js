import { whoAmI } from '../api/client.js';
import { t } from '../i18n/words.js';
import { isPerson } from '../reading/access.js';
import { signIn, speak } from './start.js';

const refused = location.hash === '#refused';
history.replaceState(null, '', location.pathname);

await speak(() => t('sign-in.page-title'));
if (await isSignedIn()) {
  location.replace('/');
} else {
  signIn({ refused });
}

async function isSignedIn() {
  try {
    return isPerson(await whoAmI());
  } catch {
    return false;
  }
}
