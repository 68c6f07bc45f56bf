import { person, show, speak } from '../../base/start.js';
import { t, wording } from '../../base/words.js';
import '../elements/survey-page.js';

const code = decodeURIComponent(location.pathname.split('/')[2]);
let title = '';

await speak(() => (title ? wording(title) : t('surveys.page-title')));
const me = await person();
if (me) {
  show('survey-page', { me, code }).addEventListener('titled', ({ detail }) => {
    title = detail;
    document.title = wording(title);
  });
}
