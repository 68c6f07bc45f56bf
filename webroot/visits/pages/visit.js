import { can } from '../../base/reading/access.js';
import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/visit-page.js';

const number = decodeURIComponent(location.pathname.split('/')[2]);
let page;

await speak(() => t(`visit.page-title.${page?.kind ?? 'visit'}`, { company: page?.company.name ?? number }));
const me = await person();
if (me) {
  let view;
  watch(`visits/${number}`, ({ page: shown, gone: why }) => {
    if (why) {
      gone(why, '/visits');
      return;
    }
    page = shown;
    document.title = t(`visit.page-title.${page.kind}`, { company: page.company.name });
    view ??= show('visit-page', { me, isHouse: can(me, 'visits.read') });
    view.page = page;
  });
}
