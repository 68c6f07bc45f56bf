import { whoAmI } from '../../base/requests.js';
import { fail, goLive, header, heard, notice, show, speak, voice } from '../../base/start.js';
import { t } from '../../base/words.js';
import { change } from '../reading/history.js';
import { enterByGlass } from '../requests.js';
import '../elements/glass-ended.js';
import '../elements/order-status.js';

const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname); // The secret must not stay in the address bar.

await speak(() => t('glass.page-title'));
if (await opened()) {
  watch();
}

/** A page that is loaded again has its cookie and no token. */
async function opened() {
  try {
    if (token) {
      await enterByGlass(token);
    }
    header.manufacturer = (await whoAmI('?as=glass')).manufacturer;
    return true;
  } catch (problem) {
    [401, 404, 410].includes(problem.status) ? ended('ended') : fail(problem);
    return false;
  }
}

/** Without the token, such as on a page that was loaded again, there is nothing to ask with. */
function ended(about) {
  header.connection = undefined;
  show('glass-ended', { about, token });
}

function watch() {
  const element = show('order-status');
  const connection = goLive('?as=glass');
  element.connection = connection;
  connection.watch('glass', ({ page, gone }) => {
    if (gone) {
      ended(gone === 'revoked' ? 'revoked' : 'ended');
      return;
    }
    const sentence = change(element.page, page);
    if (sentence) {
      voice.say(sentence);
    }
    element.page = page;
    heard(page.heardAt);
  });
  connection.addEventListener('state', () => {
    if (connection.state === 'offline' && !element.page) {
      notice('unreachable');
    }
  });
}
