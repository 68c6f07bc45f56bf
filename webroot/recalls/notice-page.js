import { gone, person, show, speak, watch } from '../base/start.js';
import { t, wording } from '../base/words.js';

/** Shows the notice of the address, live, by the element of this name; `more` says what else it is given. */
export async function noticePage(name, more = () => ({})) {
  const id = location.pathname.split('/')[2];
  let title;

  await speak(() => (title ? t('recall.page-title', { title: wording(title) }) : t('recall.pages-title')));
  const me = await person();
  if (me) {
    let view;
    watch(`recall-notices/${id}`, ({ page, gone: why }) => {
      if (why) {
        gone(why, '/orders');
        return;
      }
      title = page.title;
      document.title = t('recall.page-title', { title: wording(title) });
      view ??= show(name, more(me));
      view.notice = page;
    });
  }
}
