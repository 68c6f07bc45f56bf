import { recall } from '../../base/reading/wanted.js';
import { notice, show, signIn, speak } from '../../base/start.js';
import { waysIn } from '../../base/way-in.js';
import { t } from '../../base/words.js';
import { askedHere, enter } from '../requests.js';
import '../elements/enter-door.js';

const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname); // The secret must not stay in the address bar.

await speak(() => t('enter.page-title'));
if (token) {
  waysIn();
  const { asked, email } = await waiting();
  show('enter-door', { open, opening: asked, email });
} else {
  signIn();
}

/** The browser that asked for the link may open it at once; any other asks first, and says for whom. */
async function waiting() {
  try {
    return await askedHere(token);
  } catch {
    return { asked: false };
  }
}

async function open() {
  try {
    const answer = await enter(token);
    answer?.secondFactor ? signIn({ answer }) : location.replace(recall());
  } catch (problem) {
    if (problem.status !== 410) {
      throw problem;
    }
    notice('used', '/sign-in');
  }
}
