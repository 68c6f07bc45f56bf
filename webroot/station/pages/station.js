import { loadWords, onLanguage, t } from '../../base/words.js';
import '../../base/elements/status-voice.js';
import { Bench } from '../bench.js';
import { keepUpToDate } from '../updates.js';
import '../elements/station-page.js';

const [bench] = await Promise.all([Bench.open(), loadWords()]);
const put = () => (document.title = t('station.page-title'));
onLanguage(put);
put();
const scan = new URLSearchParams(location.search).get('scan');
const page = Object.assign(document.createElement('station-page'), { bench, code: takenCode(), scan });
addEventListener('hashchange', () => (page.code = takenCode())); // Another code was opened where this page is open.
document.body.classList.add('at-station');
document.querySelector('main').replaceChildren(page);
keepUpToDate(bench);

/** It must not stay in the address bar. */
function takenCode() {
  const code = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  return code;
}
