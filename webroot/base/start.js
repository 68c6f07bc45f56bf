import { given } from './given.js';
import { Connection } from './live/connection.js';
import { isPerson, mayOpen } from './reading/access.js';
import { whoAmI } from './requests.js';
import { choose, loadWords, onLanguage, t } from './words.js';
import './elements/notice-page.js';
import './elements/site-footer.js';
import './elements/site-header.js';
import './elements/status-voice.js';

export const main = document.querySelector('main');
export const header = document.querySelector('site-header');
export const voice = document.querySelector('status-voice');

const ONE_SECOND = 1000;
const BESIDE_AFTER_MILLIS = 100;

header.menu = given.menu;

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

/** Whoever is looking, as the server says: with the HTML, or when it is asked. */
export const viewer = async () => given.me ?? whoAmI();

/**
 * Who is looking, if they may: if nobody is signed in, the page is the way in, if it is not theirs
 * it says so, and this answers nothing.
 */
export async function person() {
  try {
    const me = await viewer();
    if (!isPerson(me)) {
      signIn(); // A glass link opens its own page and no other.
      return undefined;
    }
    header.me = me;
    me.language && (await choose(me.language)); // As they chose it wherever they were.
    if (!mayOpen(me, given.needs)) {
      notice('not-yours', '/');
      return undefined;
    }
    return me;
  } catch (problem) {
    fail(problem);
    return undefined;
  }
}

/** The way in, in place of a page; whoever comes in there goes on to that page. */
export async function signIn(properties) {
  header.me = undefined;
  const { openWayIn } = await import('./way-in.js'); // Most who come are signed in.
  await openWayIn(properties);
}

/** Says in a whole page what went wrong. */
export function fail({ status }) {
  status === 401 ? signIn() : notice(status === 0 ? 'unreachable' : 'failed');
}

/**
 * Calls `shown` with the whole page of a topic whenever it changed: at once where it came with the
 * HTML, then from the live connection. With `gone` when there is nothing to watch any more.
 */
export function watch(topic, shown) {
  const connection = goLive();
  connection.watch(topic, shown, given.first?.topic === topic ? given.first : {});
  return connection;
}

/**
 * Watches what is beside the page, such as a count in the bar: over the page's connection, or, where the page
 * itself is not live, over one of its own of which nothing is shown. Returns how to stop.
 */
export function watchBeside(topic, shown) {
  let stop = () => {};
  const timer = setTimeout(() => {
    beside ??= live ?? new Connection(liveAddress());
    stop = beside.watch(topic, shown);
  }, BESIDE_AFTER_MILLIS); // The page goes first.
  return () => {
    clearTimeout(timer);
    stop();
  };
}

let live;
let beside;

/**
 * The page's one live connection, opened when it is first asked for. A page that looks through a
 * glass link says so (`?as=glass`) before anything else asks.
 */
export const goLive = (query = '') => (live ??= connected(query));

const liveAddress = (query = '') =>
  `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live${query}`;

/** While the connection is broken the page is dimmed, and never blank. */
function connected(query) {
  const connection = new Connection(liveAddress(query));
  header.connection = connection;
  connection.addEventListener('state', () => {
    document.body.dataset.connection = connection.state;
    if (connection.state === 'offline') {
      voice.say(t('live.offline'));
      header.me && checkSession();
    }
  });
  connection.addEventListener('renewed', () => voice.say(t('live.renewed')));
  return connection;
}

/** A connection that is refused may mean that the session has ended. */
async function checkSession(properties) {
  try {
    await whoAmI();
  } catch (problem) {
    if (problem.status === 401) {
      signIn(properties);
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

/** What to show when there is nothing to watch any more: then nothing is live either. */
export function gone(why, back) {
  header.connection = undefined;
  notice(why, { 'not-found': back, changed: '/' }[why] ?? '');
  if (why === 'revoked' && header.me) {
    checkSession({ why: 'ended' }); // Signed out, perhaps from another device: that is no right taken away.
  }
}
