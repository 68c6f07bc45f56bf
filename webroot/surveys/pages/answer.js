import { header, show, speak, viewer } from '../../base/start.js';
import { t, wording } from '../../base/words.js';
import { waysIn } from '../../base/way-in.js';
import { linkIn } from '../reading/answers.js';
import '../elements/answer-page.js';

const code = decodeURIComponent(location.pathname.split('/')[2]);
const { link, said } = linkIn(location.hash);
if (link) {
  history.replaceState(null, '', location.pathname); // The secret must not stay in the address bar.
}

let title = '';
await speak(() => (title ? wording(title) : t('survey-answer.page-title')));
const me = link ? undefined : await viewer().catch(() => undefined); // The page says that one has to sign in.
const page = show('answer-page', { code, link, me, said });
page.addEventListener('titled', ({ detail }) => {
  title = detail;
  document.title = wording(title);
});
header.manufacturer = (await waysIn())?.manufacturer;
