import { can } from '../../base/reading/access.js';
import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';

const number = decodeURIComponent(location.pathname.split('/')[2]);
let title = '';

await speak(() => (title ? t('review.page-title', { title }) : t('reviews.page-title')));
const me = await person();
if (me) {
  const desk = can(me, 'reviews.run');
  await import(desk ? '../elements/review-desk.js' : '../elements/review-page.js');
  let view;
  watch(`reviews/${number}`, ({ page, gone: why }) => {
    if (why) {
      gone(why, '/reviews');
      return;
    }
    title = page.title;
    document.title = t('review.page-title', { title });
    view ??= show(desk ? 'review-desk' : 'review-page');
    view.page = page;
  });
}
