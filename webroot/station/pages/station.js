import { loadWords, onLanguage, t } from '../../base/words.js';
import '../../base/elements/status-voice.js';
import { Bench } from '../bench.js';
import { keepUpToDate } from '../updates.js';
import '../elements/station-page.js';

const [bench] = await Promise.all([Bench.open(), loadWords()]);
const put = () => (document.title = t('station.page-title'));
onLanguage(put);
put();
const code = location.hash.slice(1);
const scan = new URLSearchParams(location.search).get('scan');
history.replaceState(null, '', location.pathname); // The code must not stay in the address bar.
const page = Object.assign(document.createElement('station-page'), { bench, code, scan });
document.body.classList.add('at-station');
document.querySelector('main').replaceChildren(page);
keepUpToDate(bench);
