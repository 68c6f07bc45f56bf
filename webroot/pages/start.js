import { whoAmI } from '../api/client.js';
import { loadWords, onLanguage, t } from '../i18n/words.js';
import { Connection } from '../live/connection.js';
import '../elements/notice-page.js';
import '../elements/site-footer.js';
import '../elements/site-header.js';
import '../elements/status-voice.js';

export const main = document.querySelector('main');
export const header = document.querySelector('site-header');
export const voice = document.querySelector('status-voice');

const ONE_SECOND = 1000;
const BUYERS = new Set(['customer', 'distributor']);
const STAFF = new Set(['operator', 'account-manager', 'quality-manager', 'administrator']);

/** Whether somebody works here; else they buy here. */
export const isStaff = (me) => STAFF.has(me.role);

/** Puts an element with these properties in the middle of the page. */
export function show(name, properties = {}) {
  const element = Object.assign(document.createElement(name), properties);
  main.replaceChildren(element);
  return element;
}

export const notice = (about, back = '') => show('notice-page', { about, back });

/** Loads the words, and gives the page a title that follows the language. */
export async function speak(title) {
  await loadWords();
  const put = () => (document.title = title());
  onLanguage(put);
  put();
}

/** Who is looking; if nobody is signed in, the page says so and this answers nothing. */
export async function person() {
  try {
    const me = await whoAmI();
    if (STAFF.has(me.role) || BUYERS.has(me.role)) {
      header.me = me;
      return me;
    }
    notice('signed-out'); // A glass link opens its own page and no other.
    return undefined;
  } catch (problem) {
    fail(problem);
    return undefined;
  }
}

/** Says in a whole page what went wrong. */
export function fail({ status }) {
  notice(status === 401 ? 'signed-out' : status === 0 ? 'unreachable' : 'failed');
}

/** Opens the live connection; while it is broken the page is dimmed, and never blank. */
export function goLive() {
  const { protocol, host } = location;
  const connection = new Connection(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/live`);
  header.connection = connection;
  connection.addEventListener('state', () => {
    document.body.dataset.connection = connection.state;
    if (connection.state === 'offline') {
      voice.say(t('live.offline'));
      header.me && checkSession();
    }
  });
  return connection;
}

/** A connection that is refused may mean that the session has ended. */
async function checkSession() {
  try {
    await whoAmI();
  } catch (problem) {
    if (problem.status === 401) {
      notice('signed-out');
    }
  }
}

let newest;
let timer;

/** When the plant was last heard; told to the header once a second, however often it speaks. */
export function heard(instant) {
  newest = instant;
  timer ??= setTimeout(
    () => {
      timer = undefined;
      header.heardAt = newest;
    },
    header.heardAt ? ONE_SECOND : 0,
  );
}

/** What to show when there is nothing to watch any more. */
export const gone = (why, back) => notice(why === 'not-found' ? 'not-found' : why, why === 'not-found' ? back : '');
